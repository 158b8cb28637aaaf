namespace PB.Jobs;

/// <summary>When to wake a job between its sweeps.</summary>
public static class Alarm
{
    /// <summary>For how long after an instant an alarm is worth repeating: as much as clocks may differ, or a commit may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The shortest time between two alarms of a job.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// When to wake a job whose work is due at an instant. Null leaves it to the sweep: the job has run since and could not
    /// do that work, and waking it again at once would only make it spin.
    /// </summary>
    public static DateTimeOffset? At(DateTimeOffset due, DateTimeOffset? lastStart, DateTimeOffset now)
    {
        if (lastStart >= due + Patience)
            return null;
        var earliest = lastStart + Pause is { } rested && rested > now ? rested : now;
        return due > earliest ? due : earliest;
    }
}

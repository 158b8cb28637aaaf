namespace PB.Grants.Calls;

// A call whose panel has too few members.
public sealed partial class Call
{
    /// <summary>Since when the panel has fewer members than it needs; null while it has enough.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Whether the time for marks is over; while the call is paused it stands still.</summary>
    public bool MarkingIsOverAt(DateTimeOffset now) => Dates.MarkingClosesAt <= (PausedAt ?? now);

    public void Pause(DateTimeOffset now) => PausedAt ??= now;

    /// <summary>Goes on where it stopped: what had not come yet comes so many days later.</summary>
    public void GoOn(DateTimeOffset now)
    {
        if (PausedAt is { } paused)
            (Dates, PausedAt) = (Dates.PutOff(paused, now, TimeZone), null);
    }

    /// <summary>Another panel reads, marks and decides from now on. What was marked stays.</summary>
    public void ComeTo(Guid panelId) => PanelId = panelId;
}

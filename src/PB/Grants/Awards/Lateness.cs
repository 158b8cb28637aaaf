namespace PB.Grants.Awards;

/// <summary>How late a report is. Each step tells more people.</summary>
public enum Lateness
{
    NotYetDue,
    Due,

    /// <summary>A week late.</summary>
    Week,

    /// <summary>Three weeks late.</summary>
    ThreeWeeks,

    /// <summary>Six weeks late: the organisation gets no new grant until the report is in, and the accountable officer is told.</summary>
    SixWeeks,
}

public static class Latenesses
{
    /// <summary>Days after the due day from which a report blocks new grants.</summary>
    public const int BlocksAfterDays = 42;

    public static Lateness Of(DateOnly due, DateOnly today) => (today.DayNumber - due.DayNumber) switch
    {
        < 0 => Lateness.NotYetDue,
        < 7 => Lateness.Due,
        < 21 => Lateness.Week,
        < BlocksAfterDays => Lateness.ThreeWeeks,
        _ => Lateness.SixWeeks,
    };
}

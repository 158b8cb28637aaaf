namespace PB.Grants.Meetings;

/// <summary>Until when a decision can be sent back.</summary>
public static class ReferralWindow
{
    /// <summary>The same hour, five working days later.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset decidedAt)
    {
        var end = decidedAt;
        for (var days = 0; days < ReferralDesk.WorkingDays;)
        {
            end = end.AddDays(1);
            if (end.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days++;
        }

        return end;
    }
}

namespace PB.Grants.Meetings;

/// <summary>Until when a decision can be sent back.</summary>
public static class ReferralWindow
{
    public static DateTimeOffset EndOf(DateTimeOffset decidedAt) => WorkingDays.SameHourAfter(decidedAt, ReferralDesk.WorkingDays);
}

namespace PB.Sms;

/// <summary>From nine in the evening to eight in the morning nobody gets a text that they have not just asked for.</summary>
public static class QuietHours
{
    const int Morning = 8, Evening = 21;

    /// <summary>When a text may go out that may not now; null when it may.</summary>
    public static DateTimeOffset? Postpone(OutboundText text, string? zone, DateTimeOffset now)
    {
        if (text.AnswerTo is not null)
            return null;
        var civic = TimeZoneInfo.FindSystemTimeZoneById(zone ?? "Europe/London");
        var local = TimeZoneInfo.ConvertTime(now, civic);
        if (local.Hour is >= Morning and < Evening)
            return null;
        var day = local.Hour < Morning ? local.Date : local.Date.AddDays(1);
        var morning = day.AddHours(Morning);
        return new DateTimeOffset(morning, civic.GetUtcOffset(morning)).ToUniversalTime();
    }
}

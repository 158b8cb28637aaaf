using PB.Rounds;

namespace PB.Grants;

/// <summary>When young people are written to: from eight in the morning to nine in the evening.</summary>
public static class DayTime
{
    const int Morning = 8, Night = 21;

    public static bool Is(DateTimeOffset now, string zone = "Europe/London") => LocalTime.ToLocal(now, zone).Hour is >= Morning and < Night;

    /// <summary>This moment by day; at night the next morning.</summary>
    public static DateTimeOffset FromMorning(DateTimeOffset now, string zone = "Europe/London")
    {
        var local = LocalTime.ToLocal(now, zone);
        var morning = local.Date.AddDays(local.Hour >= Night ? 1 : 0).AddHours(Morning);
        return !Is(now, zone) && LocalTime.TryToMoment(morning, zone, out var moment, out _) ? moment : now;
    }
}

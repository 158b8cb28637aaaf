using System.Globalization;

namespace PB.Sms;

/// <summary>Moments in the few characters that a text has: "8pm 14 Jun".</summary>
public static class TextMoments
{
    public static string Close(DateTimeOffset moment, string zone) => $"{Hour(Local(moment, zone))} {Local(moment, zone).ToString("d MMM", CultureInfo.InvariantCulture)}";

    public static string Open(DateTimeOffset moment, string zone) => $"{Hour(Local(moment, zone))} {Local(moment, zone).ToString("ddd d MMM", CultureInfo.InvariantCulture)}";

    public static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    static DateTimeOffset Local(DateTimeOffset moment, string zone) => TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));

    static string Hour(DateTimeOffset moment)
    {
        var (hour, half) = ((moment.Hour + 11) % 12 + 1, moment.Hour < 12 ? "am" : "pm");
        return moment.Minute == 0 ? string.Create(CultureInfo.InvariantCulture, $"{hour}{half}") : string.Create(CultureInfo.InvariantCulture, $"{hour}:{moment.Minute:00}{half}");
    }
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Rounds;

namespace PB.Web.Look;

/// <summary>Says instants in civic words: weekday, the hour as people say it, the zone by its name.</summary>
public static class Moments
{
    public static string Written(
        this IStringLocalizer<Words> words, DateTimeOffset at, string zone, MomentKind kind = MomentKind.DateTime)
    {
        var local = LocalTime.ToLocal(at, zone);
        var day = local.ToString(words["dddd d MMMM yyyy"], CultureInfo.CurrentCulture);
        var midnight = local.TimeOfDay == TimeSpan.Zero;
        return kind switch
        {
            MomentKind.Date => day,
            MomentKind.Time => words["{0} ({1})", Hour(words, local), Zone(words, zone)],
            MomentKind.DateTime when midnight => words["midnight at the start of {0} ({1})", day, Zone(words, zone)],
            MomentKind.DateTime => words["{0}, {1} ({2})", day, Hour(words, local), Zone(words, zone)],
        };
    }

    static string Hour(IStringLocalizer<Words> words, DateTime local)
    {
        if (local.TimeOfDay == TimeSpan.Zero) return words["midnight"];
        if (local.TimeOfDay == TimeSpan.FromHours(12)) return words["midday"];
        var pattern = local.Second == 0 ? "h:mm" : "h:mm:ss";
        var figures = local.ToString(pattern, CultureInfo.InvariantCulture);
        return local.Hour < 12 ? words["{0}am", figures] : words["{0}pm", figures];
    }

    static string Zone(IStringLocalizer<Words> words, string zone) => zone is "Europe/London"
        ? words["UK time"]
        : words["{0} time", zone.Split('/').Last().Replace('_', ' ')];
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PB.Rounds;

namespace PB.Web.Rounds.Setup;

/// <summary>A day and an hour on the town hall's clock, as a form holds them.</summary>
public sealed class CivicTime
{
    static readonly string[] Hours = ["H:mm", "H.mm", "H:mm:ss", "h:mmtt", "h:mm tt", "htt", "h tt"];

    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? Day { get; set; }

    [StringLength(20, ErrorMessage = "Write an hour, like 17:00")]
    public string? Hour { get; set; }

    public static CivicTime Of(DateTimeOffset? moment, string zone)
    {
        if (moment is not { } at)
            return new CivicTime();
        var local = LocalTime.ToLocal(at, zone);
        return new CivicTime
        {
            Day = CivicDay.Written(DateOnly.FromDateTime(local)),
            Hour = local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Reads the moment; null and no refusal where both fields are empty.</summary>
    internal CivicTimeRefusal? Read(string zone, out DateTimeOffset? moment)
    {
        moment = null;
        if (!CivicDay.TryRead(Day, out var day))
            return CivicTimeRefusal.NotADay;
        if (day is null)
            return string.IsNullOrWhiteSpace(Hour) ? null : CivicTimeRefusal.HourWithoutDay;
        if (string.IsNullOrWhiteSpace(Hour))
            return CivicTimeRefusal.DayWithoutHour;
        if (!TimeOnly.TryParseExact(Hour.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return CivicTimeRefusal.NotAnHour;
        if (!LocalTime.TryToMoment(day.Value.ToDateTime(hour), zone, out var at, out var why))
            return Why(why.Value);
        moment = at;
        return null;
    }

    static CivicTimeRefusal Why(LocalTimeRefusal refusal) => refusal switch
    {
        LocalTimeRefusal.SkippedHour => CivicTimeRefusal.SkippedHour,
        LocalTimeRefusal.RepeatedHour => CivicTimeRefusal.RepeatedHour,
    };
}

enum CivicTimeRefusal
{
    NotADay,
    NotAnHour,
    DayWithoutHour,
    HourWithoutDay,
    SkippedHour,
    RepeatedHour,
}

static class CivicTimeWords
{
    public static string Sentence(CivicTimeRefusal refusal) => refusal switch
    {
        CivicTimeRefusal.NotADay => "{0}: write a day that is in the calendar, like 27 3 2027",
        CivicTimeRefusal.NotAnHour => "{0}: write an hour, like 17:00",
        CivicTimeRefusal.DayWithoutHour => "{0}: write the hour too, like 17:00",
        CivicTimeRefusal.HourWithoutDay => "{0}: write the day too",
        CivicTimeRefusal.SkippedHour => "{0}: this hour does not exist, because the clocks go forward on that night. Choose another hour.",
        CivicTimeRefusal.RepeatedHour => "{0}: this hour happens twice, because the clocks go back on that night. Choose another hour.",
    };

    public static bool IsAboutTheDay(CivicTimeRefusal refusal) => refusal is CivicTimeRefusal.NotADay or CivicTimeRefusal.HourWithoutDay;
}

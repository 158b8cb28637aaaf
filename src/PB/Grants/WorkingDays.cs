using PB.Rounds;

namespace PB.Grants;

/// <summary>Days on which an office in England or Wales works: neither weekends nor bank holidays.</summary>
/// <remarks>Holidays that are proclaimed for one year only, such as a coronation, are not known here and count as working days.</remarks>
public static class WorkingDays
{
    const string Zone = "Europe/London";

    /// <summary>Midnight after so many working days: the first moment that is too late.</summary>
    public static DateTimeOffset After(DateTimeOffset from, int days) => Moment(After(DayOf(from), days).AddDays(1), TimeOnly.MinValue);

    /// <summary>The same time of day, so many working days later.</summary>
    public static DateTimeOffset SameHourAfter(DateTimeOffset from, int days) => Moment(After(DayOf(from), days), TimeOnly.FromDateTime(LocalTime.ToLocal(from, Zone)));

    /// <summary>The last day of a time that is given in working days; the day on which it begins does not count.</summary>
    public static DateOnly After(DateOnly day, int days)
    {
        for (var left = days; left > 0; left -= Is(day) ? 1 : 0)
            day = day.AddDays(1);
        return day;
    }

    public static bool Is(DateOnly day) => !IsWeekend(day) && !BankHolidaysOf(day.Year).Contains(day);

    static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(LocalTime.ToLocal(moment, Zone));

    // Clocks are put forward on a Sunday after one: neither the end of a working day nor the time of one is ever left out.
    static DateTimeOffset Moment(DateOnly day, TimeOnly time) =>
        LocalTime.TryToMoment(day.ToDateTime(time), Zone, out var moment, out _) ? moment : throw new InvalidOperationException($"There is no {time} on {day}.");

    static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    static IEnumerable<DateOnly> BankHolidaysOf(int year)
    {
        var easter = EasterOf(year);
        var christmas = WeekdayFrom(new DateOnly(year, 12, 25));
        return
        [
            WeekdayFrom(new DateOnly(year, 1, 1)), easter.AddDays(-2), easter.AddDays(1),
            MondayFrom(new DateOnly(year, 5, 1)), MondayFrom(new DateOnly(year, 5, 25)), MondayFrom(new DateOnly(year, 8, 25)),
            christmas, WeekdayFrom(christmas.AddDays(1)),
        ];
    }

    static DateOnly WeekdayFrom(DateOnly day) => IsWeekend(day) ? MondayFrom(day) : day;

    static DateOnly MondayFrom(DateOnly day) => day.AddDays((DayOfWeek.Monday - day.DayOfWeek + 7) % 7);

    /// <summary>Easter Sunday of the Gregorian calendar, by Oudin's rule.</summary>
    static DateOnly EasterOf(int year)
    {
        var (golden, century) = (year % 19, year / 100);
        var age = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var fullMoon = age - (age / 28 * (1 - (29 / (age + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + fullMoon + 2 - century + (century / 4)) % 7;
        return new DateOnly(year, 3, 1).AddDays(27 + fullMoon - weekday);
    }
}

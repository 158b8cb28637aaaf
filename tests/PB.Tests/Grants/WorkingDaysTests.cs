using PB.Grants;

namespace PB.Tests.Grants;

public sealed class WorkingDaysTests
{
    // As the government published them for England and Wales.
    [Theory]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    public void The_bank_holidays_are_those_of_England_and_Wales(int year, string holidays) =>
        Assert.Equal(holidays, string.Join(' ', Weekdays(year).Where(day => !WorkingDays.Is(day)).Select(day => day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Ten_working_days_go_round_a_weekend_and_Easter() =>
        Assert.Equal(new DateOnly(2027, 4, 7), WorkingDays.After(new DateOnly(2027, 3, 22), 10));

    static IEnumerable<DateOnly> Weekdays(int year) => Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays)
        .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}

using PB.Grants;

namespace PB.Tests.Grants;

public sealed class DayTimeTests
{
    [Theory]
    [InlineData("2027-06-01T07:00Z", "2027-06-01T07:00Z")]
    [InlineData("2027-06-01T19:59Z", "2027-06-01T19:59Z")]
    [InlineData("2027-06-01T20:00Z", "2027-06-02T07:00Z")]
    [InlineData("2027-06-02T06:59Z", "2027-06-02T07:00Z")]
    [InlineData("2027-10-30T22:00Z", "2027-10-31T08:00Z")]
    public void What_is_sent_at_night_waits_for_the_morning_of_that_place(string now, string sent) =>
        Assert.Equal(At(sent), DayTime.FromMorning(At(now)));

    static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}

using PB.Rounds;

namespace PB.Tests.Rounds;

public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("Europe/London", "2027-03-28T00:59:59", "2027-03-28T00:59:59Z")]
    [InlineData("Europe/London", "2027-03-28T02:00:00", "2027-03-28T01:00:00Z")]
    [InlineData("Europe/London", "2027-10-31T00:59:59", "2027-10-30T23:59:59Z")]
    [InlineData("Europe/London", "2027-10-31T02:00:00", "2027-10-31T02:00:00Z")]
    [InlineData("Europe/Warsaw", "2027-03-28T03:00:00", "2027-03-28T01:00:00Z")]
    [InlineData("Europe/Warsaw", "2027-07-01T12:00:00", "2027-07-01T10:00:00Z")]
    [InlineData("America/New_York", "2027-03-14T03:00:00", "2027-03-14T07:00:00Z")]
    public void The_town_halls_clock_becomes_a_moment_and_goes_back(string zone, string local, string moment)
    {
        var civic = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(LocalTime.TryToMoment(civic, zone, out var at, out var why));
        Assert.Null(why);
        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), at);
        Assert.Equal(TimeSpan.Zero, at.Offset);
        Assert.Equal(civic, LocalTime.ToLocal(at, zone));
    }

    [Theory]
    [InlineData("Europe/London", "2027-03-28T01:00:00", LocalTimeRefusal.SkippedHour)]
    [InlineData("Europe/London", "2027-03-28T01:59:59", LocalTimeRefusal.SkippedHour)]
    [InlineData("Europe/London", "2027-10-31T01:00:00", LocalTimeRefusal.RepeatedHour)]
    [InlineData("Europe/London", "2027-10-31T01:59:59", LocalTimeRefusal.RepeatedHour)]
    [InlineData("Europe/Warsaw", "2027-03-28T02:30:00", LocalTimeRefusal.SkippedHour)]
    [InlineData("Europe/Warsaw", "2027-10-31T02:30:00", LocalTimeRefusal.RepeatedHour)]
    [InlineData("America/New_York", "2027-11-07T01:30:00", LocalTimeRefusal.RepeatedHour)]
    public void An_hour_that_is_skipped_or_repeated_is_no_moment(string zone, string local, LocalTimeRefusal refusal)
    {
        Assert.False(LocalTime.TryToMoment(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), zone, out _, out var why));
        Assert.Equal(refusal, why);
    }
}

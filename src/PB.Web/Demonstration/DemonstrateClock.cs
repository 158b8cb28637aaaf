using PB.Rounds;

namespace PB.Web.Demonstration;

/// <summary>A clock that stands at one moment: what the demonstration does in the past.</summary>
sealed class DemonstrateClock(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => moment;

    /// <summary>An hour on the town hall's clock, so many days from today.</summary>
    public static DateTimeOffset At(DateTimeOffset now, int days, int hour)
    {
        const string zone = "Europe/London";
        var local = LocalTime.ToLocal(now, zone).Date.AddDays(days).AddHours(hour);
        return LocalTime.TryToMoment(local, zone, out var at, out _) ? at : throw new InvalidOperationException($"There is no {local} here.");
    }
}

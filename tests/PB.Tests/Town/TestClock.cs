namespace PB.Tests.Town;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    internal void MoveTo(DateTimeOffset moment) => now = moment;
}

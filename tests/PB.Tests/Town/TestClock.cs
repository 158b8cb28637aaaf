namespace PB.Tests.Town;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    DateTimeOffset now;

    public override DateTimeOffset GetUtcNow() => now;

    internal void MoveTo(DateTimeOffset moment) => now = moment;
}

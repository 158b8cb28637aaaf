namespace PB.Roll;

/// <summary>Somebody who asked to be mailed the result of a round, whether they voted or not.</summary>
public sealed class RoundFollower
{
    RoundFollower() { }

    public RoundFollower(Guid roundId, Guid personId, DateTimeOffset askedAt) =>
        (RoundId, PersonId, AskedAt) = (roundId, personId, askedAt);

    public Guid RoundId { get; private set; }
    public Guid PersonId { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
}

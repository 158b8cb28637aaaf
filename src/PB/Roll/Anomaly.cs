using PB.Data;

namespace PB.Roll;

/// <summary>Something odd about who votes, for a human to look at. It takes nobody's vote away.</summary>
public sealed class Anomaly
{
    Anomaly() { }

    /// <param name="kind">What kind of oddity it is.</param>
    /// <param name="key">What makes it this one and no other: an address range, a postcode.</param>
    /// <param name="roundId">Where it was seen; null where it is about accounts.</param>
    /// <param name="count">How many ballots or people it is about.</param>
    /// <param name="now">When it was noticed.</param>
    public Anomaly(AnomalyKind kind, string key, Guid? roundId, int count, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (Kind, Key, RoundId, Count, NoticedAt) = (kind, key, roundId, count, now);
    }

    public Guid Id { get; private set; }
    public AnomalyKind Kind { get; private set; }
    public string Key { get; private set; } = "";
    public Guid? RoundId { get; private set; }
    public int Count { get; private set; }
    public DateTimeOffset NoticedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public AnomalyDecision? Decision { get; private set; }
    public string? Reason { get; private set; }

    public void Decide(AnomalyDecision decision, string reason, Guid by, DateTimeOffset now) =>
        (Decision, Reason, DecidedBy, DecidedAt) = (decision, reason, by, now);

    public void Grow(int count) => Count = Math.Max(Count, count);
}

/// <summary>What looks odd.</summary>
public enum AnomalyKind
{
    /// <summary>Many ballots from one part of the network within an hour.</summary>
    BurstFromAddress,

    /// <summary>Many ballots from one device within an hour.</summary>
    BurstFromDevice,

    /// <summary>Many new accounts from one part of the network within a day.</summary>
    AccountsFromAddress,

    /// <summary>A postcode that the post office cannot have given out.</summary>
    ImpossiblePostcode,

    /// <summary>More voters in one postcode than live there.</summary>
    CrowdedPostcode,
}

/// <summary>What somebody made of it.</summary>
public enum AnomalyDecision
{
    NothingWrong,

    /// <summary>Something is wrong; what is done about single ballots needs two people.</summary>
    Wrong,
}

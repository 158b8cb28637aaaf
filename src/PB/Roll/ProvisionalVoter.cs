namespace PB.Roll;

/// <summary>Somebody whom no register knows, or as whom somebody else took part already: they vote, and two people decide whether it counts.</summary>
public sealed class ProvisionalVoter
{
    ProvisionalVoter() { }

    public ProvisionalVoter(Guid roundId, Guid voterId, Claim claim, DateTimeOffset now) =>
        (RoundId, VoterId, Name, BornOn, Address, Because, Conflict, ClaimedAt) =
        (roundId, voterId, claim.Name, claim.BornOn, claim.Address, claim.Because, claim.Conflict, now);

    public Guid RoundId { get; private set; }
    public Guid VoterId { get; private set; }

    /// <summary>What they say of themselves; forgotten when it is decided.</summary>
    public string? Name { get; private set; }

    public DateOnly? BornOn { get; private set; }
    public string? Address { get; private set; }
    public string? Because { get; private set; }

    /// <summary>The voter who took part as the same person before.</summary>
    public Guid? Conflict { get; private set; }

    public DateTimeOffset ClaimedAt { get; private set; }
    public ProvisionalDecision? Decision { get; private set; }

    /// <summary>Why, as the voter will read it.</summary>
    public string? Reason { get; private set; }

    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public void Decide(ProvisionalDecision decision, string reason, Guid by, DateTimeOffset now) =>
        (Decision, Reason, DecidedBy, DecidedAt) = (decision, reason, by, now);

    /// <summary>The second person thinks otherwise: it is open again.</summary>
    public void SendBack() => (Decision, Reason, DecidedBy, DecidedAt) = (null, null, null, null);

    /// <summary>The second person agrees: it is done, and what they said of themselves is forgotten.</summary>
    public void Confirm(Guid by, DateTimeOffset now)
    {
        (ConfirmedBy, ConfirmedAt) = (by, now);
        (Name, BornOn, Address, Because) = (null, null, null, null);
    }
}

/// <summary>What somebody says of themselves whom people have to decide on.</summary>
/// <param name="Name">Their name.</param>
/// <param name="BornOn">Their birthday.</param>
/// <param name="Address">Where they live.</param>
/// <param name="Because">What else staff should know.</param>
/// <param name="Conflict">Who took part as the same person before.</param>
public sealed record Claim(string Name, DateOnly BornOn, string Address, string Because, Guid? Conflict);

/// <summary>What two people decided on a provisional ballot.</summary>
public enum ProvisionalDecision
{
    Accept,
    Refuse,
}

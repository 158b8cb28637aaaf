using PB.Tally;

namespace PB.Grants.PublicVotes;

/// <summary>The round in which people decide on what a panel shortlisted in a call.</summary>
/// <remarks>Its money is put aside in the fund's pots from the making of the round to its end.</remarks>
public sealed class PublicVote
{
    readonly List<BallotPlan> plans = [];
    readonly List<VoteMoney> putAside = [];

    PublicVote() { }

    public PublicVote(Guid callId, Guid roundId, Guid madeBy, DateTimeOffset now) => (CallId, RoundId, MadeBy, MadeAt) = (callId, roundId, madeBy, now);

    public Guid RoundId { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>The coordinator.</summary>
    public Guid MadeBy { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the final result became the panel's decisions.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When it was found that the round had been cancelled; another one can be made.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    public IReadOnlyList<BallotPlan> Plans => plans;
    public IReadOnlyList<VoteMoney> PutAside => putAside;

    public void Put(Guid applicationId, Guid proposalId) => plans.Add(new BallotPlan(RoundId, applicationId, proposalId));

    public void Hold(Guid potId, Money amount) => putAside.Add(new VoteMoney(RoundId, potId, amount));

    public void Decide(DateTimeOffset now) => DecidedAt = now;

    public void Void(DateTimeOffset now) => VoidedAt = now;
}

/// <summary>That an application stands on a ballot, as which project.</summary>
public sealed class BallotPlan
{
    BallotPlan() { }

    internal BallotPlan(Guid roundId, Guid applicationId, Guid proposalId) => (RoundId, ApplicationId, ProposalId) = (roundId, applicationId, proposalId);

    public Guid RoundId { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid ProposalId { get; private set; }
}

/// <summary>What one pot holds ready for the vote.</summary>
public sealed class VoteMoney
{
    VoteMoney() { }

    internal VoteMoney(Guid roundId, Guid potId, Money amount) => (RoundId, PotId, Amount) = (roundId, potId, amount);

    public Guid RoundId { get; private set; }
    public Guid PotId { get; private set; }
    public Money Amount { get; private set; }
}

using PB.Rounds;

namespace PB.Proposals;

/// <summary>What the time of a round lets a proposer do: asked by the page and, under the lock, by the act itself.</summary>
public static class ProposalDoors
{
    public const int MostPhotos = 5;

    /// <summary>Why no idea can be written or sent in, or null when it can.</summary>
    public static ProposalRefusal? WhyNoIdeas(this Round round, DateTimeOffset now) => round.PhaseAt(now) switch
    {
        RoundPhase.Ideas => null,
        RoundPhase.Draft or RoundPhase.Announced when round.Calendar.IdeasFrom is not null => ProposalRefusal.IdeasNotOpenYet,
        _ => ProposalRefusal.IdeasClosed,
    };

    /// <summary>Why its proposer cannot change it after it was sent in.</summary>
    public static ProposalRefusal? WhyNotRevised(this Proposal proposal, Round round, DateTimeOffset now) =>
        proposal.WithdrawnAt is not null ? ProposalRefusal.TakenBack : round.WhyNoIdeas(now);

    /// <summary>Why an officer cannot change it.</summary>
    public static ProposalRefusal? WhyNotRevisedByStaff(this Proposal proposal, Round round, DateTimeOffset now) =>
        proposal.WithdrawnAt is not null ? ProposalRefusal.TakenBack : round.IsBeforeVoting(now) ? null : ProposalRefusal.VotingHasOpened;

    /// <summary>Whether what the round promises to ideas can still be said.</summary>
    public static bool IsBeforeIdeas(this Round round, DateTimeOffset now) => round.PhaseAt(now) is RoundPhase.Draft or RoundPhase.Announced;

    /// <summary>Whether what is on the ballot can still change.</summary>
    public static bool IsBeforeVoting(this Round round, DateTimeOffset now) =>
        round.PhaseAt(now) is RoundPhase.Announced or RoundPhase.Ideas or RoundPhase.Screening or RoundPhase.Discussion;
}

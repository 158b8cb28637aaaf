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

    /// <summary>Whether what is on the ballot can still change.</summary>
    public static bool IsBeforeVoting(this Round round, DateTimeOffset now) =>
        round.PhaseAt(now) is RoundPhase.Announced or RoundPhase.Ideas or RoundPhase.Screening or RoundPhase.Discussion;
}

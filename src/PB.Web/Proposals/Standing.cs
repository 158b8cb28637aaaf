using PB.Rounds;
using PB.Tally;

namespace PB.Web.Proposals;

/// <summary>Where a proposal stands, worked out from what happened to it.</summary>
public enum Standing
{
    Waiting,
    OnTheBallot,
    NotOnTheBallot,
    TakenBack,

    /// <summary>It became a part of another.</summary>
    Merged,

    /// <summary>Somebody outside this round has it now.</summary>
    PassedOn,
    Funded,
    NotFunded,
}

/// <summary>How far its round is, as far as that changes where a proposal stands.</summary>
/// <param name="Steps">The published count by number; null before it is published.</param>
public sealed record RoundStand(bool VotingHasOpened, IReadOnlyDictionary<int, Step>? Steps)
{
    public static bool HasOpenedVoting(Round round, DateTimeOffset now) => round.PhaseAt(now)
        is RoundPhase.Voting or RoundPhase.Counting or RoundPhase.Result or RoundPhase.Delivery or RoundPhase.Review or RoundPhase.Archived;

    /// <param name="passed">What the last check said; null where there was none.</param>
    public Standing Of(int number, bool takenBack, bool? passed)
    {
        if (takenBack) return Standing.TakenBack;
        if (passed is not true) return passed is null && !VotingHasOpened ? Standing.Waiting : Standing.NotOnTheBallot;
        if (Steps is null) return Standing.OnTheBallot;
        return Steps.TryGetValue(number, out var step) && (step.IsFunded || step.Outcome is Outcome.PartFunded) ? Standing.Funded : Standing.NotFunded;
    }
}

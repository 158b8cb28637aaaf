using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

/// <summary>Whether a proposal can be decided on: asked by the page and, under the lock, by the decision.</summary>
public static class ScreeningDoors
{
    public static ScreeningRefusal? WhyNotScreened(this Proposal proposal, Round round, DateTimeOffset now)
    {
        if (proposal.WithdrawnAt is not null)
            return ScreeningRefusal.Withdrawn;
        if (proposal.Provenance is Provenance.Council or Provenance.Imported or Provenance.Shortlisted)
            return ScreeningRefusal.NeedsNoCheck;
        return round.PhaseAt(now) is RoundPhase.Ideas or RoundPhase.Screening or RoundPhase.Discussion ? null : ScreeningRefusal.VotingHasOpened;
    }
}

/// <summary>Why a decision on a proposal is not taken.</summary>
public enum ScreeningRefusal
{
    Withdrawn,

    /// <summary>The council's own option, or a project from another system: nobody has to let it through.</summary>
    NeedsNoCheck,

    /// <summary>The ballot paper is frozen.</summary>
    VotingHasOpened,

    /// <summary>The round is checked by departments: no single officer decides.</summary>
    DepartmentsDecide,

    /// <summary>Its proposer has appealed, and somebody who had no part in the decision answers.</summary>
    Appealed,

    /// <summary>Another officer decided since the form was opened.</summary>
    DecidedMeanwhile,
}

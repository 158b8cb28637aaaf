using System.Security.Claims;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;
using PB.Web.Delivery;
using PB.Web.Screening;

namespace PB.Web.Proposals;

public sealed record ProposalPage
{
    public required Round Round { get; init; }
    public required Proposal Proposal { get; init; }
    public required Standing Standing { get; init; }
    public required bool VotingHasOpened { get; init; }
    public required IReadOnlyList<string> PhotoAlts { get; init; }
    public required IReadOnlyList<DecisionLine> Decisions { get; init; }

    /// <summary>Where its proposer was asked to put something right, and did.</summary>
    public required Mending? Mended { get; init; }
    public required Step? Step { get; init; }
    public required IReadOnlyList<DeliveryLine> Delivery { get; init; }
    public required PlaceMap? Map { get; init; }
    public required ProposalVoices Voices { get; init; }

    public required ProposalKin Kin { get; init; }

    public required ClaimsPrincipal Reader { get; init; }
    public required DateTimeOffset Now { get; init; }

    public bool IsOwn => ProposalPolicies.IsOwn(Proposal, Reader);
    public bool MayEndorse => ProposalPolicies.MayEndorse(Proposal, Round, Reader, Now);
    public bool MayWriteForOthers => ProposalPolicies.MayWriteForOthers(Reader);
    public bool MayScreen => ScreeningPolicies.MayScreen(Reader);

    public bool PriceWasSet => Proposal is { Price: { } price, Estimate: { } estimate } && price != estimate;
}

/// <summary>A decision as everybody reads it: what, why, and what can be done now.</summary>
public sealed record DecisionLine(bool Eligible, string? Criterion, string Reason, string NextStep, DateTimeOffset At);

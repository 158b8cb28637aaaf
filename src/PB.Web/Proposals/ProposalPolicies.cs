using System.Security.Claims;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>Who may do what with a proposal, and when.</summary>
static class ProposalPolicies
{
    /// <summary>Anybody, once the round is announced.</summary>
    public static bool MayRead(Round round) => round.AnnouncedAt is not null;

    /// <summary>Anybody while ideas are open; the answer says why not.</summary>
    public static ProposalRefusal? WhyMayNotWrite(Round round, DateTimeOffset now) => round.WhyNoIdeas(now);

    /// <summary>The person whose account it belongs to. (Who holds the link to a draft without an account has shown that it is theirs.)</summary>
    public static bool IsOwn(Proposal proposal, ClaimsPrincipal user) => user.Id() is { } person && proposal.ProposerId == person;

    /// <summary>Officers and managers, signed in with the second factor: they write ideas down for people, and mend texts.</summary>
    public static bool MayWriteForOthers(ClaimsPrincipal user) => user.HasSecondFactor()
        && (user.IsInRole(Role.Reviewer) || user.IsInRole(Role.NeighbourhoodManager) || user.IsInRole(Role.Administrator));

    /// <summary>Whoever has an account, but not for their own.</summary>
    public static bool MayEndorse(Proposal proposal, Round round, ClaimsPrincipal user, DateTimeOffset now) =>
        user.Id() is { } person && proposal.ProposerId != person && IsOpenForEndorsement(proposal, round, now);

    public static bool IsOpenForEndorsement(Proposal proposal, Round round, DateTimeOffset now) =>
        proposal is { SubmittedAt: not null, WithdrawnAt: null } && round.IsBeforeVoting(now);

    /// <summary>Its proposer, between sending it in and the opening of the vote.</summary>
    public static bool MayWithdraw(Proposal own, Round round, DateTimeOffset now) =>
        own is { SubmittedAt: not null, WithdrawnAt: null } && round.IsBeforeVoting(now);
}

using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>Opens a draft to its proposer, and to nobody else. After it is sent in, the same door leads to taking it back.</summary>
public sealed class DraftDoor(PbContext db, TimeProvider clock)
{
    public Task<OwnIdea?> OpenAsync(DraftAddress at, ClaimsPrincipal user, CancellationToken cancel) =>
        OpenAsync(db.Proposals, at, user, cancel);

    /// <summary>Opens it with its costs, places and versions.</summary>
    public Task<OwnIdea?> OpenWholeAsync(DraftAddress at, ClaimsPrincipal user, CancellationToken cancel) =>
        OpenAsync(db.WholeProposals(), at, user, cancel);

    async Task<OwnIdea?> OpenAsync(IQueryable<Proposal> proposals, DraftAddress at, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await OwnAsync(proposals.AsNoTracking(), at, user, cancel) is not { } proposal) return null;
        var round = await db.Rounds.AsNoTracking().Include(r => r.Pot).SingleAsync(r => r.Id == proposal.RoundId, cancel);
        return at.Key is null && round.Slug != at.Slug ? null : new OwnIdea(at.Path, proposal, round, clock.GetUtcNow());
    }

    static async Task<Proposal?> OwnAsync(IQueryable<Proposal> proposals, DraftAddress at, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (at.Key is not null)
        {
            var hash = DraftKey.HashOf(at.Key);
            return await proposals.SingleOrDefaultAsync(proposal => proposal.DraftKeyHash == hash, cancel);
        }

        return user.Id() is { } person ? await proposals.SingleOrDefaultAsync(proposal => proposal.Id == at.Id && proposal.ProposerId == person, cancel) : null;
    }
}

/// <summary>An idea in the hands of its proposer.</summary>
/// <param name="Path">Where its pages are.</param>
public sealed record OwnIdea(string Path, Proposal Proposal, Round Round, DateTimeOffset Now)
{
    public ProposalRefusal? WhyNoIdeas => ProposalPolicies.WhyMayNotWrite(Round, Now);

    public bool MayWithdraw => ProposalPolicies.MayWithdraw(Proposal, Round, Now);

    public bool MayRevise => Proposal.SubmittedAt is not null && Proposal.WhyNotRevised(Round, Now) is null;

    /// <summary>Whether people can still be asked to put it forward together.</summary>
    public bool MayAskOthers => Proposal.WithdrawnAt is null && Round.IsBeforeVoting(Now);

    /// <summary>Whether it can be put forward again elsewhere: its round is over, and it was not taken back.</summary>
    public bool MayCarryOver => Proposal is { SubmittedAt: not null, WithdrawnAt: null } && (Round.PublishedAt is not null || Round.CancelledAt is not null);

    /// <summary>Whether it can be written in now.</summary>
    public bool IsOpen => Proposal.IsDraft && WhyNoIdeas is null;
}

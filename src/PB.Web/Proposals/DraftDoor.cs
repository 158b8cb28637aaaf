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
    public async Task<OwnIdea?> OpenAsync(DraftAddress at, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await OwnAsync(at, user, cancel) is not { } proposal) return null;
        var round = await db.Rounds.AsNoTracking().Include(r => r.Pot).SingleAsync(r => r.Id == proposal.RoundId, cancel);
        return at.Key is null && round.Slug != at.Slug ? null : new OwnIdea(at.Path, proposal, round, clock.GetUtcNow());
    }

    async Task<Proposal?> OwnAsync(DraftAddress at, ClaimsPrincipal user, CancellationToken cancel)
    {
        var proposals = db.Proposals.AsNoTracking();
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

    /// <summary>Whether it can be written in now.</summary>
    public bool IsOpen => Proposal.IsDraft && WhyNoIdeas is null;
}

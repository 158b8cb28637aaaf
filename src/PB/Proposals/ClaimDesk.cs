using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Hands ideas over to the people whose they are.</summary>
public sealed class ClaimDesk(PbContext db, TimeProvider clock)
{
    /// <summary>Gives the idea of a code to an account; or, without one, to whoever holds the link that comes back. A code works once.</summary>
    public async Task<(Claimed? Claimed, ProposalRefusal? Refusal)> ClaimAsync(string code, Guid? person, CancellationToken cancel)
    {
        var hash = ClaimCode.HashOf(code);
        if (await db.Proposals.Where(p => p.ClaimCodeHash == hash).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel) is not { } id)
            return (null, ProposalRefusal.NoSuchCode);
        Claimed? claimed = null;
        var refusal = await db.ChangeProposalAsync(id, clock, (proposal, round, now) =>
        {
            if (proposal.ClaimCodeHash is null)
                return Task.FromResult<ProposalRefusal?>(ProposalRefusal.NoSuchCode);
            var key = person is null ? DraftKey.New() : null;
            proposal.Claim(person, key is null ? null : DraftKey.HashOf(key), now);
            claimed = new Claimed(proposal.Id, round.Slug, key);
            return Task.FromResult<ProposalRefusal?>(null);
        }, cancel);
        return refusal is null ? (claimed, null) : (null, refusal);
    }

    /// <summary>Puts an idea of an earlier round forward again in a round that is open for ideas; asked twice, it gives the same draft.</summary>
    public async Task<Guid?> CarryOverAsync(Guid id, Round into, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockRoundAsync(into.Id, cancel);
        var now = clock.GetUtcNow();
        if (into.WhyNoIdeas(now) is not null)
            return null;
        var known = await db.Proposals.Where(p => p.CarriedOverFrom == id && p.RoundId == into.Id && p.WithdrawnAt == null).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel);
        if (known is not null)
            return known;
        var copy = (await db.WholeProposals().SingleAsync(proposal => proposal.Id == id, cancel)).CarryOver(into.Id, now);
        db.Proposals.Add(copy);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return copy.Id;
    }

    /// <summary>A draft in the same round for a part of an idea; with a link of its own where the whole has one.</summary>
    public async Task<Claimed?> SplitAsync(Guid id, CancellationToken cancel)
    {
        Claimed? made = null;
        await db.ChangeProposalAsync(id, clock, (whole, round, now) =>
        {
            if (whole.SubmittedAt is null || whole.WhyNotRevised(round, now) is not null)
                return Task.FromResult<ProposalRefusal?>(ProposalRefusal.IdeasClosed);
            var key = whole.ProposerId is null ? DraftKey.New() : null;
            var part = whole.Split(key is null ? null : DraftKey.HashOf(key), now);
            db.Proposals.Add(part);
            made = new Claimed(part.Id, round.Slug, key);
            return Task.FromResult<ProposalRefusal?>(null);
        }, cancel);
        return made;
    }
}

/// <summary>An idea that was handed over.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Round">The address of its round.</param>
/// <param name="Key">The new key of its link; null where it belongs to an account now.</param>
public sealed record Claimed(Guid Id, string Round, string? Key);

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Joins proposals that are the same idea, with the consent of everybody who puts them forward, and takes them apart again.</summary>
public sealed class MergerBook(PbContext db, MergerLetters letters, TimeProvider clock)
{
    /// <summary>A proposer asks to become a part of another proposal of the round; everybody else of both is asked by mail.</summary>
    public Task<ProposalRefusal?> AskAsync(Guid proposalId, int hostNumber, CancellationToken cancel) =>
        db.ChangeProposalAsync(proposalId, clock, async (proposal, round, now) =>
        {
            if (WhyNot(proposal, round, now) is { } refusal) return refusal;
            var host = await db.Proposals.SingleOrDefaultAsync(p => p.RoundId == round.Id && p.Number == hostNumber && p.WithdrawnAt == null && p.Id != proposalId, cancel);
            if (host is null) return ProposalRefusal.NoSuchProposal;
            if (await db.Mergers.AnyAsync(m => m.EndedAt == null && (m.ProposalId == proposalId || m.HostId == proposalId || m.ProposalId == host.Id), cancel))
                return ProposalRefusal.MergingAlready;
            if (await db.AddressOfProposerAsync(host, cancel) is not { } address) return ProposalRefusal.NobodyToAsk;
            var merger = new Merger(proposalId, host.Id, now);
            db.Mergers.Add(merger);
            var own = new MergerConsent(merger.Id, proposal.ProposerName, await db.AddressOfProposerAsync(proposal, cancel) ?? "", DraftKey.HashOf(DraftKey.New()), now);
            merger.Ask(own);
            foreach (var (name, to) in await OthersAsync(proposal, host, address, cancel))
                Ask(new Pair(round, proposal, host), merger, name, to);
            merger.Answer(own, yes: true, now);
            return null;
        }, cancel);

    /// <summary>Somebody who was asked says yes or no. The last yes makes the two one.</summary>
    public Task<ProposalRefusal?> AnswerAsync(Merger asked, Guid consentId, bool yes, CancellationToken cancel) =>
        ChangeAsync(asked, (merger, proposal, now) =>
        {
            var consent = merger.Consents.Single(one => one.Id == consentId);
            if (!merger.IsWaiting) return consent.AgreedAt is not null == yes ? null : ProposalRefusal.MergingDecided;
            if (merger.Answer(consent, yes, now)) proposal.MergeInto(merger.HostId, now);
            return null;
        }, cancel);

    /// <summary>Anybody of either takes them apart again, before voting opens; nothing was lost.</summary>
    public Task<ProposalRefusal?> UndoAsync(Merger asked, CancellationToken cancel) =>
        ChangeAsync(asked, (merger, proposal, now) =>
        {
            if (merger.IsInForce) proposal.Unmerge();
            merger.Undo(now);
            return null;
        }, cancel);

    /// <summary>Puts back what was a part of a proposal that leaves the list itself.</summary>
    internal static async Task ReleaseAsync(PbContext db, Guid host, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var merger in await db.Mergers.Where(m => (m.HostId == host || m.ProposalId == host) && m.EndedAt == null).ToListAsync(cancel))
        {
            if (merger.IsInForce && merger.HostId == host) (await db.Proposals.SingleAsync(p => p.Id == merger.ProposalId, cancel)).Unmerge();
            merger.Undo(now);
        }
    }

    /// <summary>A merger by somebody's own link to it.</summary>
    public async Task<(Merger Merger, MergerConsent Consent)?> FindAsync(string key, CancellationToken cancel)
    {
        var hash = DraftKey.HashOf(key);
        var merger = await db.Mergers.AsNoTracking().Include(m => m.Consents).SingleOrDefaultAsync(m => m.Consents.Any(one => one.KeyHash == hash), cancel);
        return merger is null ? null : (merger, merger.Consents.Single(one => one.KeyHash.AsSpan().SequenceEqual(hash)));
    }

    Task<ProposalRefusal?> ChangeAsync(Merger asked, Func<Merger, Proposal, DateTimeOffset, ProposalRefusal?> change, CancellationToken cancel) =>
        db.ChangeProposalAsync(asked.ProposalId, clock, async (proposal, round, now) => round.IsBeforeVoting(now)
            ? change(await db.Mergers.Include(m => m.Consents).SingleAsync(m => m.Id == asked.Id, cancel), proposal, now)
            : ProposalRefusal.VotingHasOpened, cancel);

    async Task<List<(string Name, string To)>> OthersAsync(Proposal proposal, Proposal host, string hostAddress, CancellationToken cancel)
    {
        var together = await db.CoProposers.Where(other => (other.ProposalId == proposal.Id || other.ProposalId == host.Id) && other.AcceptedAt != null)
            .Select(other => new { other.Name, other.Email }).ToListAsync(cancel);
        return [(host.ProposerName, hostAddress), .. together.Select(other => (other.Name, other.Email))];
    }

    void Ask(Pair pair, Merger merger, string name, string to)
    {
        var key = DraftKey.New();
        var consent = new MergerConsent(merger.Id, name, to, DraftKey.HashOf(key), merger.AskedAt);
        merger.Ask(consent);
        db.Messages.Add(letters.Ask(pair, consent, key, merger.AskedAt));
    }

    static ProposalRefusal? WhyNot(Proposal proposal, Round round, DateTimeOffset now) => proposal switch
    {
        { WithdrawnAt: not null } or { SubmittedAt: null } => ProposalRefusal.TakenBack,
        _ when !round.IsBeforeVoting(now) => ProposalRefusal.VotingHasOpened,
        _ => null,
    };
}

/// <summary>A proposal that asks to join, and the one that it asks.</summary>
public sealed record Pair(Round Round, Proposal Proposal, Proposal Host);

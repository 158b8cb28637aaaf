using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Asks people to put a proposal forward together, and takes their answers.</summary>
public sealed class CoProposers(PbContext db, CoProposerLetters letters, TimeProvider clock)
{
    public const int Most = 10;

    public Task<ProposalRefusal?> AskAsync(Guid proposalId, string name, string email, CancellationToken cancel) =>
        db.ChangeProposalAsync(proposalId, clock, async (proposal, round, now) =>
        {
            if (WhyNot(proposal, round, now) is { } refusal) return refusal;
            var asked = await db.CoProposers.Where(other => other.ProposalId == proposalId).Select(other => other.Email).ToListAsync(cancel);
            if (asked.Contains(email)) return null; // the same form, sent twice
            if (asked.Count >= Most) return ProposalRefusal.TooManyCoProposers;
            var key = DraftKey.New();
            var other = new CoProposer(proposalId, name, email, DraftKey.HashOf(key), now);
            db.CoProposers.Add(other);
            db.Messages.Add(letters.Ask(round, proposal, other, key));
            return null;
        }, cancel);

    public Task<ProposalRefusal?> LetGoAsync(Guid proposalId, Guid id, CancellationToken cancel) =>
        db.ChangeProposalAsync(proposalId, clock, async (proposal, round, now) =>
        {
            if (WhyNot(proposal, round, now) is { } refusal) return refusal;
            await db.CoProposers.Where(other => other.ProposalId == proposalId && other.Id == id).ExecuteDeleteAsync(cancel);
            return null;
        }, cancel);

    public Task<ProposalRefusal?> AnswerAsync(CoProposer other, bool yes, string name, CancellationToken cancel) =>
        db.ChangeProposalAsync(other.ProposalId, clock, async (proposal, round, now) =>
        {
            if (WhyNot(proposal, round, now) is { } refusal) return refusal;
            (await db.CoProposers.SingleAsync(asked => asked.Id == other.Id, cancel)).Answer(yes, name, now);
            return null;
        }, cancel);

    /// <summary>Whoever holds the link; null where there is none such.</summary>
    public Task<CoProposer?> FindAsync(string key, CancellationToken cancel)
    {
        var hash = DraftKey.HashOf(key);
        return db.CoProposers.AsNoTracking().SingleOrDefaultAsync(other => other.KeyHash == hash, cancel);
    }

    static ProposalRefusal? WhyNot(Proposal proposal, Round round, DateTimeOffset now) =>
        proposal.WithdrawnAt is not null ? ProposalRefusal.TakenBack : round.IsBeforeVoting(now) ? null : ProposalRefusal.VotingHasOpened;
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Takes endorsements down, and the council's word: enough of them oblige it to answer in writing.</summary>
public sealed class EndorsementBook(PbContext db, EndorsementLetters letters, TimeProvider clock)
{
    /// <summary>One person's endorsement. Given twice it is there once.</summary>
    public Task<ProposalRefusal?> EndorseAsync(Guid proposalId, Guid person, CancellationToken cancel) =>
        db.ChangeProposalAsync(proposalId, clock, async (proposal, round, now) =>
        {
            if (WhyNot(proposal, round, now) is { } refusal) return refusal;
            if (proposal.ProposerId == person) return ProposalRefusal.OwnProposal;
            if (await db.Endorsements.AnyAsync(e => e.ProposalId == proposalId && e.PersonId == person, cancel)) return null;
            db.Endorsements.Add(new Endorsement(proposalId, person, now));
            await db.SaveChangesAsync(cancel);
            await OweAsync(proposal, round, now, cancel);
            return null;
        }, cancel);

    /// <summary>Takes one's own back. An answer that is owed already stays owed.</summary>
    public Task<ProposalRefusal?> TakeBackAsync(Guid proposalId, Guid person, CancellationToken cancel) =>
        db.ChangeProposalAsync(proposalId, clock, async (proposal, round, now) =>
        {
            if (WhyNot(proposal, round, now) is { } refusal) return refusal;
            await db.Endorsements.Where(e => e.ProposalId == proposalId && e.PersonId == person).ExecuteDeleteAsync(cancel);
            return null;
        }, cancel);

    /// <summary>The council's answer; everybody reads it, and its proposer gets it by mail.</summary>
    public Task<ProposalRefusal?> AnswerAsync(Guid proposalId, Guid officer, string text, CancellationToken cancel) =>
        db.ChangeProposalAsync(proposalId, clock, async (proposal, round, now) =>
        {
            var owed = await db.OwedAnswers.SingleAsync(answer => answer.ProposalId == proposalId, cancel);
            if (owed.AnsweredAt is not null) return ProposalRefusal.AnsweredAlready;
            owed.Answer(text, officer, now);
            db.Journal.Add(new JournalEntry(officer, "Answered an endorsed proposal", $"rounds/{round.Slug}/proposals/{proposal.Number}", text, now));
            if (await db.AddressOfProposerAsync(proposal, cancel) is { } address)
                db.Messages.Add(letters.Answered(round, proposal, owed, address));
            return null;
        }, cancel);

    async Task OweAsync(Proposal proposal, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = await db.IdeaRules.AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == round.Id, cancel);
        var endorsements = await db.EndorsersOf(proposal.Id).CountAsync(cancel);
        if (rules is not { EndorsementsForAnswer: > 0 } || endorsements < rules.EndorsementsForAnswer
            || await db.OwedAnswers.AnyAsync(answer => answer.ProposalId == proposal.Id, cancel))
            return;
        var owed = new OwedAnswer(proposal.Id, endorsements, now.AddDays(rules.AnswerWithinDays), now);
        db.OwedAnswers.Add(owed);
        if (await db.AddressOfProposerAsync(proposal, cancel) is { } address)
            db.Messages.Add(letters.Reached(round, proposal, owed, address));
    }

    static ProposalRefusal? WhyNot(Proposal proposal, Round round, DateTimeOffset now) => proposal switch
    {
        { WithdrawnAt: not null } => ProposalRefusal.TakenBack,
        _ when !round.IsBeforeVoting(now) => ProposalRefusal.VotingHasOpened,
        _ => null,
    };
}

/// <summary>Who endorses a proposal or one that became a part of it: each person once.</summary>
public static class Endorsers
{
    public static IQueryable<Guid> EndorsersOf(this PbContext db, Guid proposalId) =>
        (from endorsement in db.Endorsements
         join proposal in db.Proposals on endorsement.ProposalId equals proposal.Id
         where proposal.Id == proposalId || proposal.MergedInto == proposalId
         select endorsement.PersonId).Distinct();
}

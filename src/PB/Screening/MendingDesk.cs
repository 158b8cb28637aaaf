using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;
using PB.Tally;

namespace PB.Screening;

/// <summary>"No, but": asks a proposer to put something right, and takes it back in.</summary>
public sealed class MendingDesk(PbContext db, MendingLetters letters, TimeProvider clock)
{
    /// <summary>Asks, where all departments are done and that is what follows from their answers. Inside the caller's transaction.</summary>
    internal async Task AskAsync(Guid proposalId, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var plan = await db.ScreeningPlans.AsNoTracking().SingleAsync(p => p.RoundId == round.Id, cancel);
        var findings = (await db.FindingsAsync(plan.ChecklistId, [proposalId], cancel))[proposalId];
        if (findings.At(now) is not Finding.ToBeMended)
            return;
        var proposal = await db.Proposals.SingleAsync(p => p.Id == proposalId, cancel);
        var key = DraftKey.New();
        var mending = new Mending(proposal, string.Join('\n', findings.Sentences(Finding.ToBeMended)), plan.MendUntil(round, now), DraftKey.HashOf(key), now);
        db.Mendings.Add(mending);
        if (await db.AddressOfAsync(proposal, cancel) is { } address)
            db.Messages.Add(letters.Asked(round, proposal, mending, (address, key)));
    }

    /// <returns>False where it is too late, done already, or the proposal was taken back.</returns>
    public async Task<bool> MendAsync(Guid mendingId, MendedText text, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var proposalId = await db.Mendings.Where(m => m.Id == mendingId).Select(m => m.ProposalId).SingleAsync(cancel);
        var round = await db.LockedRoundOfAsync(proposalId, cancel);
        var now = clock.GetUtcNow();
        var mending = await db.Mendings.SingleAsync(m => m.Id == mendingId, cancel);
        var proposal = await db.WholeProposals().SingleAsync(p => p.Id == proposalId, cancel);
        if (!mending.IsOpenAt(now) || proposal.WithdrawnAt is not null || !round.IsBeforeVoting(now))
            return false;

        mending.Mend(text.WhatChanged, now);
        proposal.Mend(text, now);
        await AskAgainAsync(proposal, round, now, cancel);
        db.Journal.Add(new JournalEntry(proposal.ProposerId, "Mended a proposal after a check", $"rounds/{round.Slug}/proposals/{proposal.Number}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    // Whoever said "no, but" looks at it again.
    async Task AskAgainAsync(Proposal proposal, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var plan = await db.ScreeningPlans.AsNoTracking().SingleAsync(p => p.RoundId == round.Id, cancel);
        var asked = await db.Assignments.Where(a => a.ProposalId == proposal.Id && a.EndedAt == null && a.Answers.Any(answer => answer.Answer == CheckAnswer.Mendable)).ToListAsync(cancel);
        foreach (var assignment in asked)
        {
            assignment.Note(AssignmentStepKind.Mended, assignment.AnsweredBy!.Value, "", now);
            assignment.Reopen(plan.AnswerBy(round, now));
        }
    }
}

/// <summary>A proposal as its proposer put it right. Costs that are listed piece by piece make the estimate.</summary>
public sealed record MendedText(string WhatChanged, string Description, string Place, Money Estimate, IReadOnlyList<CostLine> Costs);

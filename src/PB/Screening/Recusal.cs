using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;

namespace PB.Screening;

/// <summary>Takes an officer out of a proposal in which they have an interest.</summary>
public sealed class Recusal(PbContext db, TimeProvider clock)
{
    /// <summary>Writes the interest down. What the officer said about the proposal no longer counts, unless it is decided.</summary>
    public async Task DeclareAsync(Guid proposalId, Guid officer, string reason, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var round = await db.LockedRoundOfAsync(proposalId, cancel);
        if (await db.Interests.AnyAsync(i => i.ProposalId == proposalId && i.PersonId == officer, cancel))
            return;
        var now = clock.GetUtcNow();
        if (!await db.ScreeningDecisions.AnyAsync(d => d.ProposalId == proposalId, cancel))
            await TakeBackAsync(proposalId, officer, now, cancel);
        db.Interests.Add(new Interest(proposalId, officer, reason, now));
        var number = await db.Proposals.Where(p => p.Id == proposalId).Select(p => p.Number).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(officer, "Declared an interest in a proposal", $"rounds/{round.Slug}/proposals/{number}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    async Task TakeBackAsync(Guid proposalId, Guid officer, DateTimeOffset now, CancellationToken cancel)
    {
        var touched = await db.Assignments.Include(a => a.Answers)
            .Where(a => a.ProposalId == proposalId && a.EndedAt == null && (a.AnsweredBy == officer || a.AcceptedBy == officer)).ToListAsync(cancel);
        var answered = touched.FindAll(assignment => assignment.AnsweredBy == officer);
        foreach (var assignment in touched)
        {
            assignment.Reopen(assignment.DueAt);
            assignment.Note(AssignmentStepKind.Recused, officer, "", now);
        }

        // First the acceptance goes, then the answers: the database keeps what is accepted.
        await db.SaveChangesAsync(cancel);
        answered.ForEach(assignment => assignment.Forget());
    }
}

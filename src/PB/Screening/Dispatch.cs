using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;

namespace PB.Screening;

/// <summary>Hands proposals to departments.</summary>
public sealed class Dispatch(PbContext db, TimeProvider clock)
{
    /// <summary>Assigns each of these proposals to each of these departments; who has one already keeps it as it is.</summary>
    /// <returns>How many came new to a department; null, and nothing is done, where one of the numbers is not a proposal that can be checked.</returns>
    public async Task<int?> AssignAsync(Guid roundId, IReadOnlyCollection<int> numbers, IReadOnlyCollection<Guid> departments, Guid by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from rounds where id = {roundId} for no key update", cancel);
        var now = clock.GetUtcNow();
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == roundId, cancel);
        var plan = await db.ScreeningPlans.AsNoTracking().SingleAsync(p => p.RoundId == roundId, cancel);
        var ids = await db.ToBeChecked(roundId).Where(p => numbers.Contains(p.Number!.Value)).Select(p => p.Id).ToListAsync(cancel);
        if (ids.Count != numbers.Distinct().Count() || !round.IsBeforeVoting(now))
            return null;

        var have = (await db.Assignments.Where(a => a.EndedAt == null && ids.Contains(a.ProposalId))
            .Select(a => new { a.ProposalId, a.DepartmentId }).ToListAsync(cancel)).ConvertAll(a => (a.ProposalId, a.DepartmentId)).ToHashSet();
        var due = plan.AnswerBy(round, now);
        var made = ids.SelectMany(_ => departments, (proposal, department) => (proposal, department)).Where(pair => !have.Contains(pair))
            .Select(pair => Begin(pair.proposal, pair.department, due, by, now)).ToList();
        db.Assignments.AddRange(made);
        if (made.Count > 0)
            db.Journal.Add(new JournalEntry(by, "Assigned proposals to departments", $"rounds/{round.Slug}", $"Numbers {string.Join(", ", numbers.Order())}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return made.Count;
    }

    internal static Assignment Begin(Guid proposal, Guid department, DateTimeOffset dueAt, Guid by, DateTimeOffset now)
    {
        var assignment = new Assignment(proposal, department, dueAt, now);
        assignment.Note(AssignmentStepKind.Assigned, by, "", now);
        return assignment;
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Journal;

namespace PB.Screening;

/// <summary>Writes to the officers of a department whose answers are late: once for each, one mail however many are late.</summary>
public sealed class RemindLateOfficers(PbContext db, LateLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('pb reminders of late checks', 0))", cancel);
        var now = clock.GetUtcNow();
        var late = await Unreminded(now).Where(assignment => assignment.DueAt <= now).ToListAsync(cancel);
        if (late.Count == 0)
            return;

        foreach (var (officer, number) in await OfficersAsync(late.ConvertAll(assignment => assignment.Id), cancel))
            db.Messages.Add(letters.Late(officer, number, now));
        late.ForEach(assignment => assignment.Remind(now));
        db.Journal.Add(new JournalEntry(null, "Reminded officers of late answers", "desk/assignments", $"Late: {late.Count}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await Unreminded(clock.GetUtcNow()).MinAsync(assignment => (DateTimeOffset?)assignment.DueAt, cancel);

    IQueryable<Assignment> Unreminded(DateTimeOffset now) => db.Assignments.StillOpen(db, now).Where(assignment => assignment.RemindedAt == null);

    async Task<IEnumerable<(string Officer, int Number)>> OfficersAsync(List<Guid> late, CancellationToken cancel)
    {
        var lines = await (
            from assignment in db.Assignments
            where late.Contains(assignment.Id)
            join officer in db.DepartmentOfficers on assignment.DepartmentId equals officer.DepartmentId
            where !db.Interests.Any(interest => interest.ProposalId == assignment.ProposalId && interest.PersonId == officer.PersonId)
            join person in db.Users on officer.PersonId equals person.Id
            where person.Email != null
            select person.Email!).ToListAsync(cancel);
        return lines.CountBy(email => email).Select(line => (line.Key, line.Value));
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Writes to groups two weeks before a report is due, on the day, and 7, 21 and 42 days later; at 42 to the accountable officer too.</summary>
public sealed class RemindOfReports(PbContext db, ReportLetters letters, TimeProvider clock) : IJob
{
    /// <summary>Days from the due day; each is written about once, and of several that are past only the last.</summary>
    static readonly int[] Steps = [-14, 0, 7, 21, Latenesses.BlocksAfterDays];

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('pb reminders of reports', 0))", cancel);
        var now = clock.GetUtcNow();
        var (today, written) = (DateOnly.FromDateTime(now.UtcDateTime), 0);
        foreach (var report in await OutstandingAsync(today.AddDays(14), cancel))
        {
            var step = Steps.Last(days => report.OutstandingOn.AddDays(days) <= today);
            if (report.RemindedAtDay >= step)
                continue;
            await letters.RemindAsync(report, step, now, cancel);
            report.Remind(step);
            written++;
        }

        if (written > 0)
            db.Journal.Add(new JournalEntry(null, "Reminded groups of reports", "awards", $"Reports: {written}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    Task<List<Report>> OutstandingAsync(DateOnly dueBy, CancellationToken cancel) => (
        from report in db.Reports.Outstanding(dueBy)
        join award in db.Awards on report.AwardId equals award.Id
        where award.EndedAt == null
        select report).ToListAsync(cancel);
}

using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Jobs;

/// <summary>Writes down when jobs ran and how it went, and keeps the book thin.</summary>
/// <remarks>Of each job the last good run is kept, and the failures of two days, a hundred at most.</remarks>
public sealed class JobBook(PbContext db, TimeProvider clock)
{
    public static string Machine { get; } = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>Opens the line of a run. The same job never runs twice at once, so whatever is still open was cut off.</summary>
    public async Task<JobRun> BeginAsync(string job, CancellationToken cancel)
    {
        var run = new JobRun(job, Machine, clock.GetUtcNow());
        await db.JobRuns.Where(earlier => earlier.Job == job && earlier.FinishedAt == null && earlier.Error == null)
            .ExecuteUpdateAsync(set => set.SetProperty(earlier => earlier.Error, "The machine stopped before the job was done."), cancel);
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancel);
        return run;
    }

    public async Task EndAsync(JobRun run, string? error, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db.JobRuns.Where(same => same.Id == run.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(same => same.FinishedAt, now).SetProperty(same => same.Error, error), cancel);
        await db.Database.ExecuteSqlAsync($"""
            delete from job_runs where id in (
                select id from (
                    select id, started_at, error, row_number() over (partition by error is null order by started_at desc) as place
                    from job_runs where job = {run.Job} and (finished_at is not null or error is not null)) as old
                where place > 100 or place > 1 and (error is null or started_at < {now.AddDays(-2)}))
            """, cancel);
    }

    /// <summary>The last run of each job that ever ran.</summary>
    public Task<Dictionary<string, JobRun>> LatestAsync(CancellationToken cancel) =>
        db.JobRuns.AsNoTracking().GroupBy(run => run.Job).Select(runs => runs.OrderByDescending(run => run.StartedAt).First())
            .ToDictionaryAsync(run => run.Job, cancel);
}

using PB.Jobs;
using Quartz;

namespace PB.Web.Jobs;

/// <summary>Quartz, clustered over the database: of all web processes one at a time runs a job, and another takes over when it dies.</summary>
sealed class QuartzClockwork(ISchedulerFactory schedulers) : IClockwork
{
    public async Task<DateTimeOffset?> NextRunAsync(TimetableLine line, CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        return (await scheduler.GetTriggersOfJob(KeyOf(line), cancel)).Min(trigger => trigger.NextFireTimeUtc);
    }

    public async Task RunNowAsync(TimetableLine line, CancellationToken cancel) =>
        await (await schedulers.GetScheduler(cancel)).TriggerJob(KeyOf(line), cancel);

    public static JobKey KeyOf(TimetableLine line) => new(line.Name);
}

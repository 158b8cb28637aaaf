using PB.Jobs;
using Quartz;

namespace PB.Web.Jobs;

/// <summary>Asks every job when it is due next, and sets a trigger for that instant, so that nobody waits for a sweep.</summary>
sealed partial class QuartzAlarms(IServiceScopeFactory scopes, TimeProvider clock, ILogger<QuartzAlarms> log)
{
    public async Task SetAsync(IScheduler scheduler, CancellationToken cancel)
    {
        foreach (var line in Timetable.Lines)
        {
            try
            {
                if (await WhenAsync(line, cancel) is { } at)
                    await SetAsync(scheduler, line, at, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                LogFailure(line.Name, failure);
            }
        }
    }

    async Task<DateTimeOffset?> WhenAsync(TimetableLine line, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var job = (PB.Jobs.IJob)scope.ServiceProvider.GetRequiredService(line.Job);
        if (await job.NextDueAsync(cancel) is not { } due)
            return null;
        var latest = await scope.ServiceProvider.GetRequiredService<JobBook>().LatestAsync(cancel);
        return Alarm.At(due, latest.GetValueOrDefault(line.Name)?.StartedAt, clock.GetUtcNow());
    }

    static async Task SetAsync(IScheduler scheduler, TimetableLine line, DateTimeOffset at, CancellationToken cancel)
    {
        var key = new TriggerKey($"{line.Name}.alarm");
        if (await scheduler.GetTrigger(key, cancel) is { } standing && standing.NextFireTimeUtc is { } next && next <= at)
            return;
        var trigger = TriggerBuilder.Create().ForJob(QuartzClockwork.KeyOf(line)).WithIdentity(key).StartAt(at)
            .WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No alarm could be set for the job {Job}; its sweep will find the work.")]
    private partial void LogFailure(string job, Exception failure);
}

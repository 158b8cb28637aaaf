using PB.Jobs;
using Quartz;

namespace PB.Web.Jobs;

/// <summary>What Quartz starts: the job of ours that has the key's name.</summary>
[DisallowConcurrentExecution]
sealed class QuartzJob(JobRunner runner, QuartzAlarms alarms, IHostApplicationLifetime site) : Quartz.IJob
{
    // A job under way when the site is shut down may finish; its work is one transaction each, so it may also be cut off.
    static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (Timetable.Find(context.JobDetail.Key.Name) is not { } line)
            return; // Put there by another version of PB, which runs beside this one.

        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var stopping = site.ApplicationStopping.Register(() => cancel.CancelAfter(TimeToFinish));
        await runner.RunAsync(line, cancel.Token);
        if (!site.ApplicationStopping.IsCancellationRequested)
            await alarms.SetAsync(context.Scheduler, cancel.Token);
    }
}

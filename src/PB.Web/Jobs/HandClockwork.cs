using PB.Jobs;

namespace PB.Web.Jobs;

/// <summary>No engine: a job runs when somebody presses its button, and in other web processes.</summary>
sealed class HandClockwork(JobRunner runner) : IClockwork
{
    public Task<DateTimeOffset?> NextRunAsync(TimetableLine line, CancellationToken cancel) => Task.FromResult<DateTimeOffset?>(null);

    public Task RunNowAsync(TimetableLine line, CancellationToken cancel) => runner.RunAsync(line, cancel);
}

using PB.Jobs;

namespace PB.Web.Jobs;

public sealed record JobsPage(IReadOnlyList<JobsPage.Line> Lines)
{
    public sealed record Line(TimetableLine Job, DateTimeOffset? Next, JobRun? Last, DateTimeOffset Now)
    {
        public bool IsLate => Last is null || Now - Last.StartedAt > 5 * Job.Every;

        public TimeSpan? Took => Last?.FinishedAt - Last?.StartedAt;
    }
}

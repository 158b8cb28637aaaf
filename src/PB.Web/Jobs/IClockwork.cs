using PB.Jobs;

namespace PB.Web.Jobs;

/// <summary>What makes jobs run in this process.</summary>
public interface IClockwork
{
    /// <summary>When a job runs next, as far as this process knows.</summary>
    Task<DateTimeOffset?> NextRunAsync(TimetableLine line, CancellationToken cancel);

    Task RunNowAsync(TimetableLine line, CancellationToken cancel);
}

namespace PB.Jobs;

/// <summary>Timed work. A job asks the database what is due and does it; running it twice, or on two machines, is the same as once.</summary>
public interface IJob
{
    Task RunAsync(CancellationToken cancel);

    /// <summary>The moment at which there will next be something to do, where the database tells; the engine sets an alarm for it.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => Task.FromResult<DateTimeOffset?>(null);
}

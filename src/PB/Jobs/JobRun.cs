using PB.Data;

namespace PB.Jobs;

/// <summary>One run of a job, for the page on which staff see that the clockwork goes.</summary>
public sealed class JobRun
{
    JobRun() { }

    public JobRun(string job, string machine, DateTimeOffset startedAt) =>
        (Id, Job, Machine, StartedAt) = (Ids.New(startedAt), job, machine, startedAt);

    public Guid Id { get; private set; }
    public string Job { get; private set; } = "";
    public string Machine { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public string? Error { get; private set; }

    public void Finish(DateTimeOffset now, string? error) => (FinishedAt, Error) = (now, error);
}

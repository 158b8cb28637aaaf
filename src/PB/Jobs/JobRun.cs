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

    /// <summary>Null while it runs, and for ever when the machine stopped under it.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public string? Error { get; private set; }

    public JobOutcome Outcome => (FinishedAt, Error) switch
    {
        (null, null) => JobOutcome.Running,
        (null, _) => JobOutcome.CutOff,
        (_, null) => JobOutcome.Done,
        _ => JobOutcome.Failed,
    };
}

/// <summary>How a run of a job went.</summary>
public enum JobOutcome
{
    Running,
    Done,
    Failed,

    /// <summary>The machine stopped before the job was done; the next run takes over.</summary>
    CutOff,
}

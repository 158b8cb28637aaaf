using PB.Rounds;

namespace PB.Web.Rounds.Setup;

/// <summary>How far the set-up of a round is: each step, and what is missing before it can be announced.</summary>
public sealed class SetupPage
{
    readonly Round round;

    public SetupPage(Round round, DateTimeOffset now)
    {
        this.round = round;
        Missing = [.. round.MissingBeforeAnnouncement(now)];
        Tasks = [.. Enum.GetValues<SetupStep>().SelectMany(TasksOf)];
    }

    public string Title => round.Title;
    public string Address => round.Slug;
    public IReadOnlyList<Missing> Missing { get; }
    internal IReadOnlyList<SetupTask> Tasks { get; }

    /// <summary>The page on which it is mended.</summary>
    public string PathOf(Missing missing) => SetupWords.StepOf(missing) is var step and not SetupStep.Promise
        ? SetupWords.Path(step, round.Slug)
        : Tasks.FirstOrDefault(task => task is { Step: SetupStep.Promise, State: not TaskState.Done })?.Path ?? SetupWords.Path(SetupStep.Dates, round.Slug);

    IEnumerable<SetupTask> TasksOf(SetupStep step) => step switch
    {
        SetupStep.Promise => PromiseTasks(),
        SetupStep.Checklist when !round.ForYoungPeople => [],
        SetupStep.Criteria when round.Calendar.IdeasFrom is null && round.Criteria.Count == 0 => [Task(step, TaskState.NotNeeded)],
        _ => [Task(step, Missing.Any(missing => SetupWords.StepOf(missing) == step) ? TaskState.ToDo : TaskState.Done)],
    };

    IEnumerable<SetupTask> PromiseTasks()
    {
        var phases = round.PhasesThatPromise().ToList();
        if (phases.Count == 0)
            return [new SetupTask(SetupStep.Promise, null, null, TaskState.NotYet)];
        return phases.Select(phase => new SetupTask(SetupStep.Promise, phase, PromiseController.Path(round.Slug, phase),
            round.Promises.Any(promise => promise.Phase == phase && promise is { IsComplete: true, IsHonest: true }) ? TaskState.Done : TaskState.ToDo));
    }

    SetupTask Task(SetupStep step, TaskState state) => new(step, null, SetupWords.Path(step, round.Slug), state);
}

/// <param name="Step">Which page it is about.</param>
/// <param name="Phase">Of which phase the promise is.</param>
/// <param name="Path">Where it is done; null while it cannot be begun.</param>
/// <param name="State">How far it is.</param>
sealed record SetupTask(SetupStep Step, RoundPhase? Phase, string? Path, TaskState State);

enum TaskState
{
    ToDo,
    Done,
    NotNeeded,
    NotYet,
}

using PB.Tally;

namespace PB.Screening;

/// <summary>All that departments have said about a proposal, and what follows from it.</summary>
/// <param name="Assignments">Those that no department gave away, with their answers.</param>
/// <param name="Questions">The frozen questions of the round, in order.</param>
/// <param name="Mending">Where the proposer was asked to put something right.</param>
public sealed record Findings(IReadOnlyList<Assignment> Assignments, IReadOnlyList<ChecklistQuestion> Questions, Mending? Mending)
{
    /// <summary>What follows at a moment.</summary>
    public Finding At(DateTimeOffset now)
    {
        if (Assignments.Count == 0 || Assignments.Any(assignment => assignment.AcceptedAt is null))
            return Finding.Waits;
        if (Said(CheckAnswer.Fail).Any())
            return Finding.Fails;
        if (!Said(CheckAnswer.Mendable).Any())
            return Finding.Passes;
        if (Mending is null)
            return Finding.ToBeMended;
        // Asked once, and not mended in time or not well: then it does not meet the condition.
        return Mending.IsOpenAt(now) ? Finding.BeingMended : Finding.Fails;
    }

    /// <summary>The questions that any department answered so, in their order.</summary>
    public IEnumerable<ChecklistQuestion> Said(CheckAnswer answer) =>
        Questions.Where(question => Assignments.Any(assignment => assignment.Answers.Any(a => a.QuestionId == question.Id && a.Answer == answer)));

    /// <summary>The first question that keeps it off the ballot.</summary>
    public ChecklistQuestion Obstacle => Said(CheckAnswer.Fail).Concat(Said(CheckAnswer.Mendable)).First();

    /// <summary>What the departments say that it costs together; null where none said anything.</summary>
    public Money? Price => Assignments.Any(assignment => assignment.Estimate is not null)
        ? new Money(Assignments.Sum(assignment => assignment.Estimate?.MinorUnits ?? 0))
        : null;

    /// <summary>The sentences that the public reads.</summary>
    public IEnumerable<string> Sentences(Finding finding)
    {
        var passed = Said(CheckAnswer.Pass).Except(Said(CheckAnswer.Fail)).Except(Said(CheckAnswer.Mendable)).Select(question => question.WhenPassed);
        var mend = Said(CheckAnswer.Mendable).Select(question => question.WhenMendable);
        var failed = Said(CheckAnswer.Fail).Select(question => question.WhenFailed);
        return (finding switch
        {
            Finding.Passes => passed,
            Finding.Fails => failed.Concat(mend),
            Finding.ToBeMended or Finding.BeingMended => mend,
            Finding.Waits => [],
        }).Where(sentence => sentence.Length > 0);
    }
}

/// <summary>What follows from the departments' answers.</summary>
public enum Finding
{
    /// <summary>Not every department has answered and been checked by a second officer.</summary>
    Waits,
    Passes,
    Fails,

    /// <summary>No, but: the proposer has to be asked.</summary>
    ToBeMended,
    BeingMended,
}

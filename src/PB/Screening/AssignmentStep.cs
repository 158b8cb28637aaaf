using PB.Data;

namespace PB.Screening;

/// <summary>Something that was done to an assignment, or a note on it. For officers only, also after the decision.</summary>
public sealed class AssignmentStep
{
    AssignmentStep() { }

    internal AssignmentStep(Guid assignmentId, AssignmentStepKind kind, Guid personId, string text, DateTimeOffset now) =>
        (Id, AssignmentId, Kind, PersonId, Text, At) = (Ids.New(now), assignmentId, kind, personId, text, now);

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }
    public AssignmentStepKind Kind { get; private set; }
    public Guid PersonId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

public enum AssignmentStepKind
{
    Assigned,
    Answered,

    /// <summary>The second officer wants it answered anew.</summary>
    SentBack,
    Accepted,

    /// <summary>To another department.</summary>
    Forwarded,

    /// <summary>To whoever assigned it.</summary>
    Returned,

    /// <summary>The proposer has mended it.</summary>
    Mended,

    /// <summary>Who answered or accepted has an interest in it.</summary>
    Recused,
    Note,
}

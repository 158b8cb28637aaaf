using PB.Data;
using PB.Tally;

namespace PB.Screening;

/// <summary>A proposal in the hands of a department: one officer answers, a second one accepts.</summary>
public sealed class Assignment
{
    readonly List<AssignmentAnswer> answers = [];
    readonly List<AssignmentStep> steps = [];

    Assignment() { }

    public Assignment(Guid proposalId, Guid departmentId, DateTimeOffset dueAt, DateTimeOffset now) =>
        (Id, ProposalId, DepartmentId, DueAt, AssignedAt) = (Ids.New(now), proposalId, departmentId, dueAt, now);

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public Guid DepartmentId { get; private set; }
    public DateTimeOffset AssignedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>What the department thinks that it costs; the public reads it only as the price, once decided.</summary>
    public Money? Estimate { get; private set; }

    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? AcceptedBy { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>When it left the department without an answer: forwarded, or returned.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When its officers were reminded that it is late.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    public IReadOnlyList<AssignmentAnswer> Answers => answers;

    /// <summary>What happened to it inside the council, with notes; never public.</summary>
    public IReadOnlyList<AssignmentStep> Steps => steps;

    public bool IsOpen => EndedAt is null && AcceptedAt is null;

    public void Note(AssignmentStepKind kind, Guid by, string text, DateTimeOffset now) => steps.Add(new AssignmentStep(Id, kind, by, text, now));

    public void Answer(Guid officer, IEnumerable<(Guid Question, CheckAnswer Answer)> given, Money? estimate, DateTimeOffset now)
    {
        foreach (var (question, answer) in given)
            if (answers.SingleOrDefault(a => a.QuestionId == question) is { } known)
                known.Become(answer);
            else
                answers.Add(new AssignmentAnswer(Id, question, answer));
        (Estimate, AnsweredBy, AnsweredAt) = (estimate, officer, now);
        Note(AssignmentStepKind.Answered, officer, "", now);
    }

    public void Accept(Guid officer, DateTimeOffset now)
    {
        (AcceptedBy, AcceptedAt) = (officer, now);
        Note(AssignmentStepKind.Accepted, officer, "", now);
    }

    public void End(AssignmentStepKind how, Guid by, string reason, DateTimeOffset now)
    {
        EndedAt = now;
        Note(how, by, reason, now);
    }

    /// <summary>Lets it be answered anew; the answers stay as a beginning.</summary>
    public void Reopen(DateTimeOffset dueAt)
    {
        (AnsweredBy, AnsweredAt, AcceptedBy, AcceptedAt, RemindedAt) = (null, null, null, null, null);
        DueAt = dueAt;
    }

    /// <summary>Takes away what somebody said who should have said nothing.</summary>
    public void Forget() => answers.Clear();

    public void Remind(DateTimeOffset now) => RemindedAt = now;
}

/// <summary>A department's answer to one question.</summary>
public sealed class AssignmentAnswer
{
    AssignmentAnswer() { }

    internal AssignmentAnswer(Guid assignmentId, Guid questionId, CheckAnswer answer) => (AssignmentId, QuestionId, Answer) = (assignmentId, questionId, answer);

    public Guid AssignmentId { get; private set; }
    public Guid QuestionId { get; private set; }
    public CheckAnswer Answer { get; private set; }

    internal void Become(CheckAnswer answer) => Answer = answer;
}

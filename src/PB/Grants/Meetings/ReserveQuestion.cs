using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>That there is money again for the next on the reserve list. The panel says online whether that group gets it; nothing is offered before.</summary>
public sealed class ReserveQuestion
{
    readonly List<ReserveAnswer> answers = [];

    ReserveQuestion() { }

    public ReserveQuestion(Guid decisionId, DateTimeOffset now) => (Id, DecisionId, AskedAt) = (Ids.New(now), decisionId, now);

    public Guid Id { get; private set; }

    /// <summary>The decision that put the group on the reserve list.</summary>
    public Guid DecisionId { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? RejectedAt { get; private set; }
    public IReadOnlyList<ReserveAnswer> Answers => answers;

    public bool IsOpen => ConfirmedAt is null && RejectedAt is null;
    public int Yes => answers.Count(answer => answer.IsYes);
    public int No => answers.Count(answer => !answer.IsYes);

    /// <summary>Takes a member's answer; until it is settled they may change it.</summary>
    /// <param name="mayDecide">How many members decide on it. It is confirmed once more than half of them say yes, three at the least, and rejected once that cannot be any more.</param>
    public void Take(Guid personId, bool isYes, int mayDecide, DateTimeOffset now)
    {
        answers.RemoveAll(answer => answer.PersonId == personId);
        answers.Add(new ReserveAnswer(Id, personId, isYes, now));
        var verdict = Quorum.Verdict(Yes, No, mayDecide);
        ConfirmedAt = verdict is true ? now : null;
        RejectedAt = verdict is false ? now : null;
    }
}

/// <summary>What a member says to it, as by a show of hands.</summary>
public sealed class ReserveAnswer
{
    ReserveAnswer() { }

    internal ReserveAnswer(Guid questionId, Guid personId, bool isYes, DateTimeOffset now) => (QuestionId, PersonId, IsYes, At) = (questionId, personId, isYes, now);

    public Guid QuestionId { get; private set; }
    public Guid PersonId { get; private set; }
    public bool IsYes { get; private set; }
    public DateTimeOffset At { get; private set; }
}

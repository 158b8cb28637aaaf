using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>That there is money again for the next on the reserve list. The panel says online whether that group gets it; nothing is offered before.</summary>
public sealed class ReserveQuestion : Poll<ReserveAnswer>
{
    ReserveQuestion() { }

    public ReserveQuestion(Guid decisionId, DateTimeOffset now) => (Id, DecisionId, AskedAt) = (Ids.New(now), decisionId, now);

    public Guid Id { get; private set; }

    /// <summary>The decision that put the group on the reserve list.</summary>
    public Guid DecisionId { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }

    public bool IsOpen => !IsSettled;

    public void Take(Guid personId, bool isYes, int mayDecide, DateTimeOffset now) => Take(new ReserveAnswer(Id, personId, isYes, now), mayDecide);
}

/// <summary>What a member says to it.</summary>
public sealed class ReserveAnswer : PollAnswer
{
    ReserveAnswer() { }

    internal ReserveAnswer(Guid questionId, Guid personId, bool isYes, DateTimeOffset now)
        : base(personId, isYes, now) => QuestionId = questionId;

    public Guid QuestionId { get; private set; }
}

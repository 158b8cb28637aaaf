using PB.Data;
using PB.Grants.Meetings;

namespace PB.Grants.Awards;

/// <summary>Something that a group has to do for its money, as the panel wants it. The chair writes it down, the members say yes or no, and what they agree on stands in the offer.</summary>
public sealed class PanelCondition : Poll<PanelConditionAnswer>
{
    /// <summary>How many one decision can have.</summary>
    public const int Most = 4;

    /// <summary>So long members can answer; what they have not agreed on by then lapses.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    PanelCondition() { }

    public PanelCondition(Guid decisionId, ConditionWords words, Guid proposedBy, DateTimeOffset now) =>
        (Id, DecisionId, Kind, Text, ProposedBy, ProposedAt) = (Ids.New(now), decisionId, words.Kind, words.Text, proposedBy, now);

    public Guid Id { get; private set; }
    public Guid DecisionId { get; private set; }
    public ConditionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public Guid ProposedBy { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }

    public ConditionWords Words => new(Kind, Text);

    public bool IsOpenAt(DateTimeOffset now) => !IsSettled && now < ProposedAt + Patience;

    public void Take(Guid personId, bool isYes, int mayDecide, DateTimeOffset now) => Take(new PanelConditionAnswer(Id, personId, isYes, now), mayDecide);
}

/// <summary>What a member says to it.</summary>
public sealed class PanelConditionAnswer : PollAnswer
{
    PanelConditionAnswer() { }

    internal PanelConditionAnswer(Guid conditionId, Guid personId, bool isYes, DateTimeOffset now)
        : base(personId, isYes, now) => ConditionId = conditionId;

    public Guid ConditionId { get; private set; }
}

/// <summary>Why a condition, or an answer to it, is not taken.</summary>
public enum PanelConditionRefusal
{
    /// <summary>The offer is written down, or the decision does not hold any more.</summary>
    TooLate,
    TooMany,
    Settled,
    MayNotDecide,
}

using PB.Data;
using PB.Grants.Meetings;

namespace PB.Grants.Awards;

/// <summary>Something that a group has to do for its money, as the panel wants it. The chair writes it down, the members say yes or no, and what they agree on stands in the offer.</summary>
public sealed class PanelCondition
{
    /// <summary>How many one decision can have.</summary>
    public const int Most = 4;

    /// <summary>So long members can answer; what they have not agreed on by then lapses.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    readonly List<PanelConditionAnswer> answers = [];

    PanelCondition() { }

    public PanelCondition(Guid decisionId, ConditionWords words, Guid proposedBy, DateTimeOffset now) =>
        (Id, DecisionId, Kind, Text, ProposedBy, ProposedAt) = (Ids.New(now), decisionId, words.Kind, words.Text, proposedBy, now);

    public Guid Id { get; private set; }
    public Guid DecisionId { get; private set; }
    public ConditionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public Guid ProposedBy { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public DateTimeOffset? RejectedAt { get; private set; }
    public IReadOnlyList<PanelConditionAnswer> Answers => answers;

    public ConditionWords Words => new(Kind, Text);
    public int Yes => answers.Count(answer => answer.IsYes);
    public int No => answers.Count(answer => !answer.IsYes);

    public bool IsOpenAt(DateTimeOffset now) => AgreedAt is null && RejectedAt is null && now < ProposedAt + Patience;

    /// <summary>Takes a member's answer; until it is settled they may change it.</summary>
    /// <param name="mayDecide">How many members decide on it. It holds once more than half of them say yes, three at the least, and falls once that cannot be any more.</param>
    public void Take(Guid personId, bool isYes, int mayDecide, DateTimeOffset now)
    {
        answers.RemoveAll(answer => answer.PersonId == personId);
        answers.Add(new PanelConditionAnswer(Id, personId, isYes, now));
        var verdict = Quorum.Verdict(Yes, No, mayDecide);
        AgreedAt = verdict is true ? now : null;
        RejectedAt = verdict is false ? now : null;
    }
}

/// <summary>What a member says to it, as by a show of hands.</summary>
public sealed class PanelConditionAnswer
{
    PanelConditionAnswer() { }

    internal PanelConditionAnswer(Guid conditionId, Guid personId, bool isYes, DateTimeOffset now) => (ConditionId, PersonId, IsYes, At) = (conditionId, personId, isYes, now);

    public Guid ConditionId { get; private set; }
    public Guid PersonId { get; private set; }
    public bool IsYes { get; private set; }
    public DateTimeOffset At { get; private set; }
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

using PB.Data;
using PB.Grants.Meetings;

namespace PB.Grants.Panels;

/// <summary>The question to a panel whether one of its members has to go. A coordinator asks it, and more than half of the others have to say yes.</summary>
public sealed class Removal
{
    /// <summary>So long members can answer; without an answer the member stays.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    readonly List<RemovalAnswer> answers = [];

    Removal() { }

    public Removal(Guid memberId, string because, Guid askedBy, DateTimeOffset now) => (Id, MemberId, Because, AskedBy, AskedAt) = (Ids.New(now), memberId, because, askedBy, now);

    public Guid Id { get; private set; }
    public Guid MemberId { get; private set; }

    /// <summary>Why, as the panel and the member read it.</summary>
    public string Because { get; private set; } = "";

    /// <summary>The coordinator, whose word it takes beside the panel's.</summary>
    public Guid AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public DateTimeOffset? RejectedAt { get; private set; }
    public IReadOnlyList<RemovalAnswer> Answers => answers;

    public int Yes => answers.Count(answer => answer.IsYes);
    public int No => answers.Count(answer => !answer.IsYes);

    public bool IsOpenAt(DateTimeOffset now) => AgreedAt is null && RejectedAt is null && now < AskedAt + Patience;

    /// <summary>Takes a member's answer; until it is settled they may change it.</summary>
    /// <param name="mayDecide">How many members decide on it: all who are active, without the one whom it is about.</param>
    public void Take(Guid personId, bool isYes, int mayDecide, DateTimeOffset now)
    {
        answers.RemoveAll(answer => answer.PersonId == personId);
        answers.Add(new RemovalAnswer(Id, personId, isYes, now));
        var verdict = Quorum.Verdict(Yes, No, mayDecide);
        AgreedAt = verdict is true ? now : null;
        RejectedAt = verdict is false ? now : null;
    }
}

/// <summary>What a member says to it. Others see how many said what, and not who.</summary>
public sealed class RemovalAnswer
{
    RemovalAnswer() { }

    internal RemovalAnswer(Guid removalId, Guid personId, bool isYes, DateTimeOffset now) => (RemovalId, PersonId, IsYes, At) = (removalId, personId, isYes, now);

    public Guid RemovalId { get; private set; }
    public Guid PersonId { get; private set; }
    public bool IsYes { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>Why a panel is not asked, or an answer is not taken.</summary>
public enum RemovalRefusal
{
    HasLeft,
    AskedAlready,
    Settled,
    MayNotDecide,
}

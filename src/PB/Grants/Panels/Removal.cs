using PB.Data;
using PB.Grants.Meetings;

namespace PB.Grants.Panels;

/// <summary>The question to a panel whether one of its members has to go. A coordinator asks it, and more than half of the others have to say yes.</summary>
public sealed class Removal : Poll<RemovalAnswer>
{
    /// <summary>So long members can answer; without an answer the member stays.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    Removal() { }

    public Removal(Guid memberId, string because, Guid askedBy, DateTimeOffset now) => (Id, MemberId, Because, AskedBy, AskedAt) = (Ids.New(now), memberId, because, askedBy, now);

    public Guid Id { get; private set; }
    public Guid MemberId { get; private set; }

    /// <summary>Why, as the panel and the member read it.</summary>
    public string Because { get; private set; } = "";

    /// <summary>The coordinator, whose word it takes beside the panel's.</summary>
    public Guid AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => !IsSettled && now < AskedAt + Patience;

    /// <param name="mayDecide">How many members decide on it: all who are active, without the one whom it is about.</param>
    public void Take(Guid personId, bool isYes, int mayDecide, DateTimeOffset now) => Take(new RemovalAnswer(Id, personId, isYes, now), mayDecide);
}

/// <summary>What a member says to it.</summary>
public sealed class RemovalAnswer : PollAnswer
{
    RemovalAnswer() { }

    internal RemovalAnswer(Guid removalId, Guid personId, bool isYes, DateTimeOffset now)
        : base(personId, isYes, now) => RemovalId = removalId;

    public Guid RemovalId { get; private set; }
}

/// <summary>Why a panel is not asked, or an answer is not taken.</summary>
public enum RemovalRefusal
{
    HasLeft,
    AskedAlready,
    Settled,
    MayNotDecide,
}

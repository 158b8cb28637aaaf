using PB.Data;

namespace PB.Proposals;

/// <summary>What somebody says about a proposal: a question, an argument for or against it, or a reply to one of these.</summary>
public sealed class Comment
{
    readonly List<ModerationAct> acts = [];

    Comment() { }

    public Comment(Guid proposalId, Guid? parentId, Guid personId, CommentText said, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ProposalId, ParentId, PersonId, At) = (proposalId, parentId, personId, now);
        (Kind, Text, ForTheCouncil) = (said.Kind, said.Text, said.ForTheCouncil);
        ShownAt = said.AtOnce ? now : null;
    }

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }

    /// <summary>The comment that it replies to.</summary>
    public Guid? ParentId { get; private set; }

    public CommentKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public Guid PersonId { get; private set; }

    /// <summary>Whether an officer says it for the council's whole team, without a name.</summary>
    public bool ForTheCouncil { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Since when everybody can read it; null while an officer has to look at it first.</summary>
    public DateTimeOffset? ShownAt { get; private set; }

    /// <summary>When its author took the words away, together with their account.</summary>
    public DateTimeOffset? TakenAwayAt { get; private set; }

    /// <summary>What was done about it, in order; all of it is public.</summary>
    public IReadOnlyList<ModerationAct> Acts => acts;

    public ModerationAct? LastAct => acts.MaxBy(act => act.Number);

    public bool IsHidden => LastAct is { Hides: true, Overturned: false };

    /// <summary>Hides it or shows it. What was never shown counts as shown from now when it is.</summary>
    public void Moderate(ModerationOrder order, Guid by, DateTimeOffset now)
    {
        acts.Add(new ModerationAct(this, order, by, now));
        ShownAt ??= now;
    }
}

public enum CommentKind
{
    Question,
    For,
    Against,
    Reply,
}

/// <summary>What is said, and how it comes in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words.</param>
/// <param name="ForTheCouncil">Whether it is said for the council's team.</param>
/// <param name="AtOnce">Whether everybody can read it at once.</param>
public sealed record CommentText(CommentKind Kind, string Text, bool ForTheCouncil, bool AtOnce);

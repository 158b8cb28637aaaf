using PB.Data;

namespace PB.Proposals;

/// <summary>An officer hides a comment or shows it again, for a reason that is public; its author may appeal, and somebody else decides.</summary>
public sealed class ModerationAct
{
    ModerationAct() { }

    internal ModerationAct(Comment comment, ModerationOrder order, Guid by, DateTimeOffset now)
    {
        (Id, CommentId, Number) = (Ids.New(now), comment.Id, comment.Acts.Count + 1);
        (Hides, Because, By, At) = (order.Hide, order.Because, by, now);
    }

    public Guid Id { get; private set; }
    public Guid CommentId { get; private set; }

    /// <summary>1 for the first that was done about its comment, then 2, 3 …</summary>
    public int Number { get; private set; }

    public bool Hides { get; private set; }
    public string Because { get; private set; } = "";
    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Why its author thinks that this was wrong.</summary>
    public string? Appeal { get; private set; }

    public DateTimeOffset? AppealedAt { get; private set; }
    public bool Overturned { get; private set; }
    public string? Decision { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Whether its author can still ask that somebody else looks at it.</summary>
    public bool MayBeAppealed => Hides && AppealedAt is null;

    public bool WaitsForDecision => AppealedAt is not null && DecidedAt is null;

    public void AppealWith(string words, DateTimeOffset now)
    {
        if (!MayBeAppealed)
            throw new InvalidOperationException("There is one appeal against hiding a comment.");
        (Appeal, AppealedAt) = (words, now);
    }

    public void Decide(bool overturn, string decision, Guid by, DateTimeOffset now)
    {
        if (!WaitsForDecision || by == By)
            throw new InvalidOperationException("An appeal is decided once, by somebody else.");
        (Overturned, Decision, DecidedBy, DecidedAt) = (overturn, decision, by, now);
    }
}

using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>That the chair, or a youth worker, says that a decision was read out or written down wrongly. It takes both; then the panel votes on it once more.</summary>
public sealed class Correction
{
    Correction() { }

    public Correction(Guid decisionId, Guid personId, GrantRole role, string because, DateTimeOffset now) =>
        (Id, DecisionId, PersonId, Role, Because, At) = (Ids.New(now), decisionId, personId, role, because, now);

    public Guid Id { get; private set; }

    /// <summary>The decision that is wrong. It stays, and so does its place in the minutes.</summary>
    public Guid DecisionId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Chair or youth worker.</summary>
    public GrantRole Role { get; private set; }

    /// <summary>What went wrong; it goes into the minutes, and to the group if it had been told.</summary>
    public string Because { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

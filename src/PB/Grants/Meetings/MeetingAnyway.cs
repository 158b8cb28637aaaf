using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>That the chair, or a youth worker, wants to talk about an application although fewer have marked it than the call promised. It takes both.</summary>
public sealed class MeetingAnyway
{
    MeetingAnyway() { }

    public MeetingAnyway(Guid applicationId, Guid personId, GrantRole role, string because, DateTimeOffset now) =>
        (Id, ApplicationId, PersonId, Role, Because, At) = (Ids.New(now), applicationId, personId, role, because, now);

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Chair or youth worker.</summary>
    public GrantRole Role { get; private set; }

    /// <summary>Why there are no more cards; it goes into the minutes.</summary>
    public string Because { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

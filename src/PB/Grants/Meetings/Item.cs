using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>One application on a meeting's agenda.</summary>
public sealed class Item
{
    Item() { }

    internal Item(Guid meetingId, Guid applicationId, int number, DateTimeOffset now) =>
        (Id, MeetingId, ApplicationId, Number) = (Ids.New(now), meetingId, applicationId, number);

    public Guid Id { get; private set; }
    public Guid MeetingId { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Its place on the agenda. Who does not see all items counts those they see.</summary>
    public int Number { get; private set; }

    /// <summary>When somebody wanted to talk about it although there is enough for all.</summary>
    public DateTimeOffset? PulledOutAt { get; private set; }

    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>When those with a conflict were out of the room. No vote opens before.</summary>
    public DateTimeOffset? RoomClearedAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When the panel put it on the ballot, where people decide; nothing else is decided on it in the meeting.</summary>
    public DateTimeOffset? ShortlistedAt { get; private set; }

    /// <summary>When it was put off: to the next meeting, or to the parent panel.</summary>
    public DateTimeOffset? DeferredAt { get; private set; }

    /// <summary>The panel that decides instead; null where the same panel takes it up again.</summary>
    public Guid? HandedTo { get; private set; }

    public bool IsAtHand => BegunAt is not null && IsOpen;

    public bool IsOpen => DecidedAt is null && DeferredAt is null;

    public void PullOut(DateTimeOffset now) => PulledOutAt ??= now;

    public void Begin(DateTimeOffset now) => BegunAt ??= now;

    public void ClearRoom(DateTimeOffset? now) => RoomClearedAt = now;

    public void Decide(DateTimeOffset now) => DecidedAt = now;

    public void Shortlist(DateTimeOffset now) => (ShortlistedAt, DecidedAt) = (now, now);

    public void Defer(Guid? handedTo, DateTimeOffset now) => (HandedTo, DeferredAt) = (handedTo, now);
}

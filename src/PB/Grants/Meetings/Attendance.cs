using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>Somebody in the room, from one moment to another. Whoever comes back has a second one.</summary>
public sealed class Attendance
{
    Attendance() { }

    internal Attendance(Guid meetingId, Guid personId, AttendanceKind kind, DateTimeOffset now) =>
        (Id, MeetingId, PersonId, Kind, CameAt) = (Ids.New(now), meetingId, personId, kind, now);

    public Guid Id { get; private set; }
    public Guid MeetingId { get; private set; }
    public Guid PersonId { get; private set; }
    public AttendanceKind Kind { get; private set; }
    public DateTimeOffset CameAt { get; private set; }

    /// <summary>Whether they vote with slips of paper and not with a phone.</summary>
    public bool OnPaper { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Since when they would like to say something; null while they would not.</summary>
    public DateTimeOffset? HandUpAt { get; private set; }

    internal void Raise(DateTimeOffset now) => HandUpAt ??= now;

    internal void Lower() => HandUpAt = null;

    internal void VoteOnPaper(bool onPaper) => OnPaper = onPaper;

    internal void Leave(DateTimeOffset now) => LeftAt = now;
}

/// <summary>As what somebody is in the room.</summary>
public enum AttendanceKind
{
    /// <summary>Decides.</summary>
    Member,

    /// <summary>Watches: a trainee or an observer of the panel.</summary>
    Observer,

    /// <summary>Looks after the room, speaks last, and does not vote. Two at the least.</summary>
    Adult,
}

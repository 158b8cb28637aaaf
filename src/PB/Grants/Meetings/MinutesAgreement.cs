namespace PB.Grants.Meetings;

/// <summary>That a member who was in the meeting has read its minutes and agrees with them.</summary>
public sealed class MinutesAgreement
{
    MinutesAgreement() { }

    public MinutesAgreement(Guid meetingId, Guid personId, DateTimeOffset now) => (MeetingId, PersonId, At) = (meetingId, personId, now);

    public Guid MeetingId { get; private set; }
    public Guid PersonId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

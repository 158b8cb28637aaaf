using PB.Data;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Interrupts a meeting, for a break or until another day, and lets it go on where it stopped.</summary>
public sealed class SuspensionDesk(PbContext db, MeetingRoom room)
{
    public Task<MeetingRefusal?> SuspendAsync(Guid meetingId, Guid by, string subject, CancellationToken cancel) =>
        room.ActAsync(meetingId, (table, now) =>
        {
            if (!table.Meeting.IsOpen) return MeetingRefusal.NotOpen;
            if (table.OpenVote is not null) return MeetingRefusal.VoteIsOpen;
            table.Meeting.Suspend(now);
            table.Meeting.Write(MinuteKind.Suspended, null, now);
            db.Journal.Add(new JournalEntry(by, "Interrupted a meeting of the panel", subject, "", now));
            return null;
        }, cancel);

    /// <summary>With two adults and a quorum, as when it was opened.</summary>
    public Task<MeetingRefusal?> ResumeAsync(Guid meetingId, Guid by, string subject, CancellationToken cancel) =>
        room.ActAsync(meetingId, (table, now) =>
        {
            if (table.Meeting is { SuspendedAt: null } or { ClosedAt: not null }) return MeetingRefusal.PageIsOld;
            if (table.Present(AttendanceKind.Adult).Count() < MeetingDesk.FewestAdults) return MeetingRefusal.TooFewAdults;
            if (!table.Light.IsGreen) return MeetingRefusal.TooFewMembers;
            table.Meeting.Resume();
            table.Meeting.Write(MinuteKind.Resumed, null, now, $"{table.Light.Present}", $"{table.Light.MayTakePart}");
            db.Journal.Add(new JournalEntry(by, "Let a meeting of the panel go on", subject, "", now));
            return null;
        }, cancel);
}

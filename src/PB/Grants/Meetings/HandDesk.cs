namespace PB.Grants.Meetings;

/// <summary>Takes hands that go up and down: who would like to say something to what is talked about.</summary>
public sealed class HandDesk(MeetingRoom room)
{
    public Task<MeetingRefusal?> RaiseAsync(Guid meetingId, Guid member, CancellationToken cancel) =>
        room.ActAsync(meetingId, (table, now) =>
        {
            if (!table.Meeting.IsOpen || table.Meeting.AtHand is not { } item) return MeetingRefusal.PageIsOld;
            if (table.HasConflict(item, member) || !table.Present(AttendanceKind.Member).Contains(member)) return MeetingRefusal.MayNotVote;
            table.Meeting.RaiseHand(member, now);
            return null;
        }, cancel);

    /// <summary>They lower their own hand; whoever leads lowers the one of somebody who has spoken.</summary>
    public Task<MeetingRefusal?> LowerAsync(Guid meetingId, Guid by, Guid member, CancellationToken cancel) =>
        room.ActAsync(meetingId, (table, _) =>
        {
            if (by != member && table.LeaderOf(table.Meeting.AtHand) != by) return MeetingRefusal.NotYours;
            if (!table.Meeting.IsHere(member)) return MeetingRefusal.PageIsOld;
            table.Meeting.LowerHand(member);
            return null;
        }, cancel);
}

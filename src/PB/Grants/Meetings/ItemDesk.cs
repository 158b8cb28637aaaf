using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Panels;

namespace PB.Grants.Meetings;

/// <summary>Takes what the chair does with the agenda: talk about one, clear the room, put one off.</summary>
public sealed class ItemDesk(PbContext db, MeetingRoom room)
{
    public Task<MeetingRefusal?> BeginAsync(Guid meetingId, Guid itemId, Guid leader, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, (table, now) =>
        {
            var item = table.Meeting.Items.Single(i => i.Id == itemId);
            if (table.Meeting.AtHand is not null || table.OpenVote is not null) return MeetingRefusal.AnotherItemIsOpen;
            if (!item.IsOpen || table.HasConflict(item, leader)) return MeetingRefusal.PageIsOld;
            foreach (var member in table.Meeting.Hands)
                table.Meeting.LowerHand(member);
            item.Begin(now);
            table.Meeting.Write(MinuteKind.ItemBegun, item, now);
            return null;
        }, cancel);

    /// <summary>Those with a conflict are out of the room; the minutes say so, and not why.</summary>
    public Task<MeetingRefusal?> ClearRoomAsync(Guid meetingId, Guid itemId, Guid leader, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, async (table, now) =>
        {
            if (table.Meeting.AtHand is not { } item || item.Id != itemId) return MeetingRefusal.PageIsOld;
            item.ClearRoom(now);
            foreach (var seat in Sitting(table).Where(seat => table.HasConflict(item, seat.Member.PersonId!.Value)))
                table.Meeting.Write(MinuteKind.Recused, item, now, seat.Member.DisplayName);
            var knowing = await KnowingAsync(item.ApplicationId, cancel);
            foreach (var seat in Sitting(table).Where(seat => knowing.Contains(seat.Member.PersonId!.Value)))
                table.Meeting.Write(MinuteKind.KnowsThem, item, now, seat.Member.DisplayName);
            return null;
        }, cancel);

    /// <param name="toParent">To the panel that this one hands over to; else to its own next meeting.</param>
    public Task<MeetingRefusal?> DeferAsync(Guid meetingId, Guid itemId, Guid leader, bool toParent, CancellationToken cancel) =>
        room.LeadAsync(meetingId, leader, async (table, now) =>
        {
            if (table.Meeting.AtHand is not { } item || item.Id != itemId) return MeetingRefusal.PageIsOld;
            if (table.OpenVote is not null) return MeetingRefusal.VoteIsOpen;
            var parent = toParent ? await db.ParentOfAsync(table.Meeting.PanelId, cancel) : null;
            if (toParent && parent is null) return MeetingRefusal.NoParentPanel;
            table.Meeting.PutOff(item, parent, now);
            return null;
        }, cancel);

    /// <summary>A member wants to talk about one although there is enough for all.</summary>
    public Task<MeetingRefusal?> PullOutAsync(Guid meetingId, Guid itemId, Guid member, CancellationToken cancel) =>
        room.ActAsync(meetingId, (table, now) =>
        {
            var item = table.Meeting.Items.Single(i => i.Id == itemId);
            if (!table.Meeting.IsOpen || table.OpenVote is not null || !item.IsOpen) return MeetingRefusal.PageIsOld;
            if (table.HasConflict(item, member) || !table.Present(AttendanceKind.Member).Contains(member)) return MeetingRefusal.MayNotVote;
            item.PullOut(now);
            table.Meeting.Write(MinuteKind.PulledOut, item, now, table.NameOf(member));
            return null;
        }, cancel);

    static IEnumerable<Seat> Sitting(MeetingTable table) => table.Seats.Where(seat => seat.Decides).OrderBy(seat => seat.Member.DisplayName, StringComparer.Ordinal);

    async Task<HashSet<Guid>> KnowingAsync(Guid applicationId, CancellationToken cancel) => (await db.ConflictDeclarations
        .Where(d => d.ApplicationId == applicationId)
        .GroupBy(d => d.PersonId).Select(all => new { all.Key, Level = all.OrderByDescending(d => d.At).Select(d => d.Level).First() })
        .Where(newest => newest.Level == ConflictLevel.Know).Select(newest => newest.Key).ToListAsync(cancel)).ToHashSet();
}

using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>The one door through which anything in a meeting changes: one after the other, with the clock read inside.</summary>
public sealed class MeetingRoom(PbContext db, MeetingShelf shelf, TimeProvider clock)
{
    public async Task<MeetingRefusal?> ActAsync(Guid meetingId, Func<MeetingTable, DateTimeOffset, Task<MeetingRefusal?>> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var table = await shelf.TakeAsync(meetingId, cancel);
        if (await act(table, clock.GetUtcNow()) is { } refusal) return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public Task<MeetingRefusal?> ActAsync(Guid meetingId, Func<MeetingTable, DateTimeOffset, MeetingRefusal?> act, CancellationToken cancel) =>
        ActAsync(meetingId, (table, now) => Task.FromResult(act(table, now)), cancel);

    /// <summary>What only the one who leads may do, while the meeting is open.</summary>
    public Task<MeetingRefusal?> LeadAsync(Guid meetingId, Guid leader, Func<MeetingTable, DateTimeOffset, Task<MeetingRefusal?>> act, CancellationToken cancel) =>
        ActAsync(meetingId, async (table, now) =>
            !table.Meeting.IsOpen ? MeetingRefusal.NotOpen
            : table.LeaderOf(table.Meeting.AtHand) != leader ? MeetingRefusal.NotYours
            : await act(table, now), cancel);

    public Task<MeetingRefusal?> LeadAsync(Guid meetingId, Guid leader, Func<MeetingTable, DateTimeOffset, MeetingRefusal?> act, CancellationToken cancel) =>
        LeadAsync(meetingId, leader, (table, now) => Task.FromResult(act(table, now)), cancel);
}

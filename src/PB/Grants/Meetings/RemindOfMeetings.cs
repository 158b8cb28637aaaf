using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Jobs;

namespace PB.Grants.Meetings;

/// <summary>A day before a meeting: reminds who is to come, and tells coordinators where too few can take part. By day, and once.</summary>
public sealed class RemindOfMeetings(PbContext db, MeetingShelf shelf, MeetingLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var tomorrow = now.AddDays(1);
        foreach (var id in await db.Set<Meeting>().Where(one => one.OpenedAt == null && one.StartsAt > now && one.StartsAt <= tomorrow).Select(one => one.Id).ToListAsync(cancel))
            if (await shelf.LookAsync(id, cancel) is { Call: { CancelledAt: null } call } table && DayTime.Is(now, call.TimeZone))
                await RemindAsync(table, call, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task RemindAsync(MeetingTable table, Call call, DateTimeOffset now, CancellationToken cancel)
    {
        List<Outbox.Message> due = [.. await letters.TomorrowAsync(table.Meeting, call, now, cancel)];
        if (table.Meeting.Items.Any(item => item.IsOpen && !table.CanDecide(item)))
            due.AddRange(await letters.TooFewAsync(table.Meeting, call, now, cancel));
        var keys = due.ConvertAll(message => message.Key);
        var sent = await db.Messages.Where(message => keys.Contains(message.Key)).Select(message => message.Key).ToListAsync(cancel);
        db.Messages.AddRange(due.Where(message => !sent.Contains(message.Key)));
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Takes the word of those who were in a meeting on its minutes. They are agreed once more than half of them have said so.</summary>
public sealed class MinutesDesk(PbContext db, MeetingRoom room)
{
    public Task<MeetingRefusal?> AgreeAsync(Guid meetingId, Guid personId, string subject, CancellationToken cancel) =>
        room.ActAsync(meetingId, async (table, now) =>
        {
            if (table.Meeting.ClosedAt is null) return MeetingRefusal.NotOpen;
            if (!table.Meeting.Decided.Contains(personId)) return MeetingRefusal.MayNotVote;
            var agreed = await db.Set<MinutesAgreement>().Where(one => one.MeetingId == meetingId).Select(one => one.PersonId).ToListAsync(cancel);
            if (agreed.Contains(personId)) return null;
            db.Add(new MinutesAgreement(meetingId, personId, now));
            if (table.Meeting.MinutesAgreedAt is not null || 2 * (agreed.Count + 1) <= table.Meeting.Decided.Count) return null;
            table.Meeting.AgreeOnMinutes(now);
            db.Journal.Add(new JournalEntry(personId, "The panel agreed on the minutes of a meeting", subject, "", now));
            return null;
        }, cancel);
}

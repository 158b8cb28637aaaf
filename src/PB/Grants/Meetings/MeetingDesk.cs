using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Panels;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Takes what the youth workers do in a meeting: who comes and goes, what an adult advises.</summary>
public sealed class MeetingDesk(PbContext db, MeetingRoom room)
{
    public const int FewestAdults = 2;

    public Task<MeetingRefusal?> ComeAsync(Guid meetingId, (Guid Id, string Name, AttendanceKind Kind) person, CancellationToken cancel) =>
        room.ActAsync(meetingId, async (table, now) =>
        {
            if (table.Meeting.ClosedAt is not null) return MeetingRefusal.NotOpen;
            if (table.Meeting.IsHere(person.Id)) return null;
            if (person.Kind is AttendanceKind.Adult && !await db.CheckedAdults(PanelAges.DayOf(now)).ContainsAsync(person.Id, cancel)) return MeetingRefusal.AdultNotChecked;
            table.Meeting.Come(person.Id, person.Kind, now);
            table.Meeting.Write(MinuteKind.Came, null, now, person.Name, $"{person.Kind}");
            return null;
        }, cancel);

    public Task<MeetingRefusal?> GoAsync(Guid meetingId, (Guid Id, string Name) person, CancellationToken cancel) =>
        room.ActAsync(meetingId, (table, now) =>
        {
            if (table.Meeting.ClosedAt is not null) return MeetingRefusal.NotOpen;
            if (!table.Meeting.IsHere(person.Id)) return null;
            table.Meeting.Go(person.Id, now);
            table.Meeting.Write(MinuteKind.Went, null, now, person.Name);
            return null;
        }, cancel);

    public Task<MeetingRefusal?> OpenAsync(Guid meetingId, Guid by, string subject, CancellationToken cancel) =>
        room.ActAsync(meetingId, async (table, now) =>
        {
            if (table.Meeting.OpenedAt is not null) return MeetingRefusal.PageIsOld;
            if (table.IsPaused) return MeetingRefusal.Paused;
            if (table.Present(AttendanceKind.Adult).Count() < FewestAdults) return MeetingRefusal.TooFewAdults;
            if (!table.Light.IsGreen) return MeetingRefusal.TooFewMembers;
            table.Meeting.Open(now);
            table.Meeting.Write(MinuteKind.Opened, null, now, $"{table.Light.Present}", $"{table.Light.MayTakePart}", table.Meeting.Seed);
            var items = table.Applications.Keys.ToList();
            await db.WriteLoweringsAsync(table.Meeting, await db.ConflictLowerings.Where(one => one.AgreedAt != null && one.MinutedAt == null && items.Contains(one.ApplicationId)).ToListAsync(cancel), now, cancel);
            await db.WriteThinCardsAsync(table.Meeting, now, cancel);
            await db.WriteCorrectionsAsync(table.Meeting, now, cancel);
            db.Journal.Add(new JournalEntry(by, "Opened a meeting of the panel", subject, "", now));
            return null;
        }, cancel);

    public Task<MeetingRefusal?> CloseAsync(Guid meetingId, Guid by, string subject, CancellationToken cancel) =>
        room.ActAsync(meetingId, async (table, now) =>
        {
            if (table.Meeting is { OpenedAt: null } or { ClosedAt: not null }) return MeetingRefusal.NotOpen;
            if (table.Meeting.AtHand is not null || table.OpenVote is not null) return MeetingRefusal.ItemsAreOpen;
            var parent = await db.ParentOfAsync(table.Meeting.PanelId, cancel);
            foreach (var item in table.Meeting.Items.Where(item => item.IsOpen))
                table.Meeting.PutOff(item, table.CanDecide(item) ? null : parent, now);

            table.Meeting.Write(MinuteKind.Closed, null, now);
            table.Meeting.Close(now);
            db.Journal.Add(new JournalEntry(by, "Closed a meeting of the panel", subject, "", now));
            return null;
        }, cancel);

    /// <summary>What an adult says to an item, after the young people: it stands in the minutes as advice.</summary>
    public Task<MeetingRefusal?> AdviseAsync(Guid meetingId, Guid itemId, (string Name, string Advice) adult, CancellationToken cancel) =>
        room.ActAsync(meetingId, (table, now) =>
        {
            if (!table.Meeting.IsOpen || table.Meeting.AtHand is not { } item || item.Id != itemId) return MeetingRefusal.PageIsOld;
            table.Meeting.Write(MinuteKind.AdultAdvice, item, now, adult.Name, adult.Advice);
            return null;
        }, cancel);
}

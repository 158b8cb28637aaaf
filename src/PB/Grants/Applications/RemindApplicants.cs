using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Jobs;
using PB.Outbox;
using PB.Rounds;

namespace PB.Grants.Applications;

/// <summary>Reminds groups a day before the close, and adults a day and two hours before it is too late to sign. Young people get no mail at night.</summary>
public sealed class RemindApplicants(PbContext db, GrantLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (soon, grace) = (now.AddDays(1), CallDates.AdultGrace);
        foreach (var call in await db.Calls.AsNoTracking().Where(c => c.AnnouncedAt != null && c.CancelledAt == null && c.Dates.OpensAt <= now && c.Dates.ClosesAt > now - grace && c.Dates.ClosesAt <= soon).ToListAsync(cancel))
        {
            var due = now < call.Dates.ClosesAt && IsByDay(now, call) ? await DraftsAsync(call, now, cancel) : [];
            await AddNewAsync([.. due, .. await UnsignedAsync(call, now, cancel)], cancel);
        }
    }

    static bool IsByDay(DateTimeOffset now, Call call) => LocalTime.ToLocal(now, call.TimeZone).Hour is >= 8 and < 21;

    async Task<IEnumerable<Message>> DraftsAsync(Call call, DateTimeOffset now, CancellationToken cancel) =>
        (await (from own in db.Applications.AsNoTracking()
                where own.CallId == call.Id && own.SubmittedAt == null && own.WithdrawnAt == null
                join lead in db.Users on own.LeadId equals lead.Id
                select new { own, lead.Email }).ToListAsync(cancel)).Select(draft => letters.SendSoon(draft.own, call, draft.Email!, now));

    async Task<IEnumerable<Message>> UnsignedAsync(Call call, DateTimeOffset now, CancellationToken cancel)
    {
        var left = call.Dates.AdultsUntil!.Value - now;
        var which = left <= TimeSpan.Zero ? null : left <= TimeSpan.FromHours(2) ? "2h" : left <= TimeSpan.FromDays(1) ? "24h" : null;
        var waiting = which is null ? [] : await db.Applications.AsNoTracking().Where(own => own.CallId == call.Id && own.SubmittedAt != null && own.EnteredAt == null && own.WithdrawnAt == null).ToListAsync(cancel);
        return waiting.Select(own => letters.SignSoon(own, call, which!, now));
    }

    // Each once, however often this runs.
    async Task AddNewAsync(IReadOnlyCollection<Message> due, CancellationToken cancel)
    {
        var keys = due.Select(message => message.Key).ToList();
        var sent = await db.Messages.Where(message => keys.Contains(message.Key)).Select(message => message.Key).ToListAsync(cancel);
        db.Messages.AddRange(due.Where(message => !sent.Contains(message.Key)));
        await db.SaveChangesAsync(cancel);
    }
}

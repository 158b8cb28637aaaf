using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Outbox;

namespace PB.Grants.Applications;

/// <summary>Tells a team and its adult, once, that the time to sign is over and their application is not in.</summary>
public sealed class TellUnsigned(PbContext db, GrantLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var since = now - Calls.CallDates.AdultGrace;
        var late = await db.Applications.AsNoTracking().Where(a => a.SubmittedAt != null && a.EnteredAt == null && a.WithdrawnAt == null
            && db.Calls.Any(c => c.Id == a.CallId && c.Dates.ClosesAt <= since)
            && !db.Messages.Any(m => m.Key.StartsWith("grants/not-signed/" + a.Id))).ToListAsync(cancel);
        foreach (var application in late)
            db.Messages.AddRange(await LettersAsync(application, now, cancel));
        await db.SaveChangesAsync(cancel);
    }

    async Task<IEnumerable<Message>> LettersAsync(Application application, DateTimeOffset now, CancellationToken cancel)
    {
        var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, cancel);
        var lead = await db.Users.Where(person => person.Id == application.LeadId).Select(person => person.Email!).SingleAsync(cancel);
        return [letters.NotSigned(application, call, lead, now), letters.NotSigned(application, call, application.AdultEmail, now)];
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Marking;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Tells everybody in the same minute: one transaction, one batch of mails.</summary>
public sealed class Release(PbContext db, DecisionLetters letters, TimeProvider clock)
{
    /// <summary>All applications of a call with how far their decisions are.</summary>
    public async Task<IReadOnlyList<ReleaseLine>> LinesAsync(Guid callId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var applications = await db.OnTheTable(callId).AsNoTracking().OrderBy(a => a.Ref).ToListAsync(cancel);
        var ids = applications.ConvertAll(a => a.Id).ToArray();
        var decisions = await db.LastDecisions().Where(d => ids.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, cancel);
        var last = decisions.Values.Select(d => d.Id).ToArray();
        var referrals = await db.Set<Referral>().AsNoTracking().Where(r => r.WithdrawnAt == null && (last.Contains(r.DecisionId) || last.Contains(r.AnswerId!.Value))).OrderBy(r => r.RaisedAt).ToListAsync(cancel);
        var agreed = (await db.Set<ReleaseAgreement>().AsNoTracking().Where(r => ids.Contains(r.ApplicationId)).ToListAsync(cancel)).ToLookup(r => r.ApplicationId, r => r.Role);
        var corrections = await db.Set<Correction>().AsNoTracking().Where(one => db.Set<Decision>().Any(d => d.Id == one.DecisionId && ids.Contains(d.ApplicationId))).OrderBy(one => one.At).ToListAsync(cancel);
        var wrong = corrections.GroupBy(one => one.DecisionId).Where(both => both.Count() == 2).Select(both => both.First()).ToList();
        var told = await db.ToldDecisions().Where(d => ids.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, d => d.Id, cancel);
        return [.. applications.Select(a => new ReleaseLine(a, decisions.GetValueOrDefault(a.Id), [.. agreed[a.Id]])
        {
            Referral = referrals.LastOrDefault(r => decisions.TryGetValue(a.Id, out var d) && (r.DecisionId == d.Id || r.AnswerId == d.Id)),
            Corrections = [.. corrections.Where(one => one.DecisionId == decisions.GetValueOrDefault(a.Id)?.Id)],
            Corrects = wrong.Find(one => told.TryGetValue(a.Id, out var before) && one.DecisionId == before && before != decisions[a.Id].Id)?.Because,
            Now = now,
        })];
    }

    /// <summary>The chair, or a youth worker, wants it to go out without one that is not final.</summary>
    public async Task AgreeAsync(ReleaseLine line, Guid person, GrantRole role, string because, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.applications where id = {line.Application.Id} for no key update", cancel);
        if (await db.Set<ReleaseAgreement>().AnyAsync(one => one.ApplicationId == line.Application.Id && one.Role == role, cancel)) return;
        var now = clock.GetUtcNow();
        db.Add(new ReleaseAgreement(line.Application.Id, person, role, because, now));
        db.Journal.Add(new JournalEntry(person, "Agreed to release the decisions without one that is not final", await db.SubjectOfAsync(line.Application.CallId, cancel), because, now).About(line.Application.Ref ?? ""));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <returns>How many decisions went out; null, and none did, where one is neither final nor left out by both.</returns>
    public async Task<int?> ReleaseAsync(Guid callId, Guid by, string subject, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.calls where id = {callId} for no key update", cancel);
        var lines = await LinesAsync(callId, cancel);
        if (lines.Any(line => line.StopsRelease)) return null;
        var now = clock.GetUtcNow();
        var ready = lines.Where(line => line.IsReady).ToList();
        var call = await db.Calls.SingleAsync(c => c.Id == callId, cancel);
        call.Publish(now);
        foreach (var line in ready)
        {
            line.Decision!.Release(now);
            db.Messages.AddRange(await letters.OfAsync(call, line, now, cancel));
        }

        db.Journal.Add(new JournalEntry(by, "Released the panel’s decisions", subject, "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ready.Count;
    }
}

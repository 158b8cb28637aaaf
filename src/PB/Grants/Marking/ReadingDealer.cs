using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Grants.Panels;
using PB.Journal;

namespace PB.Grants.Marking;

/// <summary>Shares out the reading of a call, around conflicts of interest, by a seed that the journal keeps.</summary>
public sealed class ReadingDealer(PbContext db, Roster roster)
{
    /// <summary>Whether the reading is shared out, or somebody has begun to mark.</summary>
    public async Task<bool> IsTooLateAsync(Guid callId, CancellationToken cancel) =>
        await db.Set<ReadingDeal>().AnyAsync(deal => deal.CallId == callId, cancel)
        || await db.Set<Card>().AnyAsync(card => db.OnTheTable(callId).Any(a => a.Id == card.ApplicationId), cancel);

    /// <param name="call">Whose applications are read.</param>
    /// <param name="readers">How many read each of them.</param>
    /// <param name="by">Who shares out, at which address, and when.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task DealAsync(Call call, int readers, (Guid Person, string Subject, DateTimeOffset Now) by, CancellationToken cancel)
    {
        var members = (await roster.ActiveAsync(call.PanelId, cancel)).Select(seat => seat.Member.PersonId!.Value).ToList();
        var applications = await db.OnTheTable(call.Id).Select(a => a.Id).ToListAsync(cancel);
        var conflicts = (await db.LiveConflicts().Where(d => applications.Contains(d.ApplicationId)).Select(d => new { d.PersonId, d.ApplicationId }).ToListAsync(cancel))
            .Select(d => (d.PersonId, d.ApplicationId)).ToHashSet();
        var plan = new ReadingPlan(members, applications, readers, RandomNumberGenerator.GetHexString(32, lowercase: true)) { MayRead = (member, application) => !conflicts.Contains((member, application)) };
        db.Add(new ReadingDeal(call.Id, plan, by.Person, by.Now));
        db.Journal.Add(new JournalEntry(by.Person, "Shared out who reads what", by.Subject, $"Seed {plan.Seed}", by.Now));
        await db.SaveChangesAsync(cancel);
    }
}

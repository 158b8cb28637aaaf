using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Awards;
using PB.Grants.Marking;
using PB.Jobs;
using PB.Journal;

namespace PB.Grants.Calls;

/// <summary>
/// Puts calls away a year after everybody was told (or after they were cancelled): once all their awards have ended, and if the ledger agrees with each of them.
/// From then on nobody can say any more whose marks were whose.
/// </summary>
public sealed class ArchiveCalls(PbContext db, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var (yearAgo, wrong) = (clock.GetUtcNow().AddYears(-1), (await db.LedgerFaultsAsync(cancel)).Select(fault => fault.CallId).ToHashSet());
        var due = await db.Calls.Where(call => call.ArchivedAt == null && (call.PublishedAt < yearAgo || call.CancelledAt < yearAgo)
            && !db.Awards.Any(award => award.DeclinedAt == null && award.ReleasedAt == null && award.EndedAt == null && db.Applications.Any(own => own.Id == award.ApplicationId && own.CallId == call.Id)))
            .Select(call => call.Id).ToListAsync(cancel);
        foreach (var id in due.Except(wrong))
            await ArchiveAsync(id, cancel);
    }

    async Task ArchiveAsync(Guid callId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var call = await db.LockedCallAsync(callId, cancel);
        if (call.ArchivedAt is not null)
            return;
        var now = clock.GetUtcNow();
        call.Archive(now);
        await db.SaveChangesAsync(cancel);
        await db.ForgetMarkersAsync(callId, cancel);
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(null, "Put a call away: its awards have ended and its ledger balances", $"funds/{fund}/calls/{call.Slug}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

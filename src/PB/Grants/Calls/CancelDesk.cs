using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Panels;
using PB.Journal;

namespace PB.Grants.Calls;

/// <summary>Ends a call before everybody was told what was decided, and tells those who have written or read in it.</summary>
public sealed class CancelDesk(PbContext db, Roster roster, CallLetters letters, TimeProvider clock)
{
    /// <returns>False where it was cancelled before, or its decisions are out.</returns>
    public async Task<bool> CancelAsync(Guid callId, string because, Guid byId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var call = await db.LockedCallAsync(callId, cancel);
        if (call.CancelledAt is not null || call.PublishedAt is not null)
            return false;
        var now = clock.GetUtcNow();
        call.Cancel(because, now);
        var groups = await db.Applications.Where(own => own.CallId == callId && own.WithdrawnAt == null).Select(own => new { own.LeadId, own.AdultId }).ToListAsync(cancel);
        var members = (await roster.ActiveAsync(call.PanelId, cancel)).Select(seat => seat.Member.PersonId!.Value);
        await letters.CancelledAsync(call, [.. groups.SelectMany(group => (Guid[])[group.LeadId, group.AdultId ?? group.LeadId]), .. members], now, cancel);
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(byId, "Cancelled a call", $"funds/{fund}/calls/{call.Slug}", because, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

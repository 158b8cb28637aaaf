using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Panels;
using PB.Jobs;
using PB.Journal;

namespace PB.Grants.Calls;

/// <summary>Pauses calls whose panel has fewer active members than it needs, and lets them go on once it has enough. What was marked stays.</summary>
public sealed class PauseCalls(PbContext db, Roster roster, PauseLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var id in await db.Calls.Where(call => call.AnnouncedAt != null && call.PublishedAt == null && call.CancelledAt == null).Select(call => call.Id).ToListAsync(cancel))
            if (await IsDueAsync(id, cancel))
                await TurnAsync(id, cancel);
    }

    // Asked without a lock: members who mark do not wait for it each minute.
    async Task<bool> IsDueAsync(Guid callId, CancellationToken cancel)
    {
        var call = await db.Calls.AsNoTracking().SingleAsync(one => one.Id == callId, cancel);
        var waits = await db.WaitingForTheirPanel(clock.GetUtcNow()).AnyAsync(one => one.Id == callId, cancel);
        return (waits && (await roster.StrengthAsync(call.PanelId, cancel)).IsShort) != call.PausedAt is not null;
    }

    async Task TurnAsync(Guid callId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var call = await db.LockedCallAsync(callId, cancel);
        if (!await IsDueAsync(callId, cancel))
            return;
        var (now, paused, strength) = (clock.GetUtcNow(), call.PausedAt, await roster.StrengthAsync(call.PanelId, cancel));
        if (paused is null)
            call.Pause(now);
        else
            call.GoOn(now);
        await letters.TellAsync(call, paused ?? now, now, cancel);
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(null, paused is null ? "Paused a call: its panel has fewer members than it needs" : "Let a call go on: its panel has enough members again",
            $"funds/{fund}/calls/{call.Slug}", $"{strength.Active} of {strength.Needed}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

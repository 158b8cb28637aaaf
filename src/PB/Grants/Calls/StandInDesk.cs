using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Panels;
using PB.Journal;

namespace PB.Grants.Calls;

/// <summary>Lets the panel above take over a call whose own panel has too few members. It says first who is too close to what; the marks that were given stay.</summary>
public sealed class StandInDesk(PbContext db, Roster roster, PauseLetters letters, TimeProvider clock)
{
    public async Task<StandInRefusal?> TakeOverAsync(Guid callId, Guid byId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var call = await db.LockedCallAsync(callId, cancel);
        var now = clock.GetUtcNow();
        if (call.PausedAt is not { } paused || call.CancelledAt is not null || call.PublishedAt is not null)
            return StandInRefusal.NotPaused;
        if (await db.ParentOfAsync(call.PanelId, cancel) is not { } parent)
            return StandInRefusal.NoOtherPanel;
        if ((await roster.StrengthAsync(parent.Id, cancel)).IsShort)
            return StandInRefusal.ShortToo;
        call.ComeTo(parent.Id);
        call.GoOn(now);
        await letters.TellAsync(call, paused, now, cancel);
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(byId, "Let another panel take a call over", $"funds/{fund}/calls/{call.Slug}", "", now).About(parent.Name));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Why another panel does not take a call over.</summary>
public enum StandInRefusal
{
    /// <summary>Its own panel has enough members, or there is nothing left to decide.</summary>
    NotPaused,
    NoOtherPanel,

    /// <summary>That one has fewer members than it needs, too.</summary>
    ShortToo,
}

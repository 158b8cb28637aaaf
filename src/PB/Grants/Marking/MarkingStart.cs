using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Panels;
using PB.Journal;

namespace PB.Grants.Marking;

/// <summary>Lets a panel begin: once all is checked its members say who is too close to what, and once all of them have said so they read and mark.</summary>
public sealed class MarkingStart(PbContext db, Roster roster, MarkingLetters letters, TimeProvider clock)
{
    /// <summary>Asks the members who is too close to what.</summary>
    public Task<StartRefusal?> AskAsync(Guid callId, Guid byId, CancellationToken cancel) => ChangeAsync(callId, byId, "Asked the panel who is too close to what", async (call, now) =>
    {
        if (call.InterestsAskedAt is not null)
            return StartRefusal.DoneAlready;
        if (call.PausedAt is not null)
            return StartRefusal.Paused;
        if (!await IsCheckedAsync(call, now, cancel))
            return StartRefusal.NotChecked;
        call.AskForInterests(now);
        foreach (var seat in await roster.ActiveAsync(call.PanelId, cancel))
            db.Messages.Add(await letters.DeclareAsync(call, seat.Member.PersonId!.Value, now, cancel));
        return null;
    }, cancel);

    public Task<StartRefusal?> OpenAsync(Guid callId, Guid byId, CancellationToken cancel) => ChangeAsync(callId, byId, "Let the panel read the applications of a call", async (call, now) =>
    {
        if (call.MarkingOpenedAt is not null)
            return StartRefusal.DoneAlready;
        if (call.PausedAt is not null)
            return StartRefusal.Paused;
        if (call.InterestsAskedAt is null || !await IsCheckedAsync(call, now, cancel))
            return StartRefusal.NotChecked;
        if ((await SilentAsync(call, cancel)).Count > 0)
            return StartRefusal.NotAllDeclared;
        call.OpenMarking(now);
        return null;
    }, cancel);

    /// <summary>The active members who have yet to say of some application how they stand to it. Who stays silent can take a break: then the others need not wait.</summary>
    public async Task<IReadOnlyList<PanelMember>> SilentAsync(Call call, CancellationToken cancel)
    {
        var silent = new List<PanelMember>();
        foreach (var seat in await roster.ActiveAsync(call.PanelId, cancel))
            if (await db.ToDeclare(call.Id, seat.Member.PersonId!.Value).AnyAsync(cancel))
                silent.Add(seat.Member);
        return silent;
    }

    // No adult can sign any more, somebody has said of each whether it fits, and no group is putting something right.
    async Task<bool> IsCheckedAsync(Call call, DateTimeOffset now, CancellationToken cancel) =>
        call.Dates.AdultsUntil <= now && call.CancelledAt is null && !await db.Applications.Unchecked(call.Id).AnyAsync(cancel) && !await db.Applications.Mending(call.Id, db, now).AnyAsync(cancel);

    async Task<StartRefusal?> ChangeAsync(Guid callId, Guid byId, string act, Func<Call, DateTimeOffset, Task<StartRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var call = await db.LockedCallAsync(callId, cancel);
        var now = clock.GetUtcNow();
        if (await change(call, now) is { } refusal)
            return refusal;
        var fund = await db.Funds.Where(one => one.Id == call.FundId).Select(one => one.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(byId, act, $"funds/{fund}/calls/{call.Slug}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Why a panel does not begin yet.</summary>
public enum StartRefusal
{
    DoneAlready,

    /// <summary>An application is not checked, or a group or its adult still has time.</summary>
    NotChecked,

    /// <summary>A member has not said of each application how they stand to it.</summary>
    NotAllDeclared,

    /// <summary>The panel has fewer members than it needs.</summary>
    Paused,
}

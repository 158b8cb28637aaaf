using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Panels;
using PB.Jobs;
using PB.Outbox;

namespace PB.Grants.Marking;

/// <summary>Writes to members when marking opens, when half of its time is over, and two days before it ends, as long as they have not finished; and to coordinators and chair where an application may get too few cards.</summary>
public sealed class RemindMarkers(PbContext db, Roster roster, MarkingLetters letters, TimeProvider clock) : IJob
{
    static readonly TimeSpan LastCall = TimeSpan.FromDays(2);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var call in await db.Calls.AsNoTracking().Where(one => one.MarkingOpenedAt <= now && one.Dates.MarkingClosesAt > now && one.CancelledAt == null && one.PausedAt == null).ToListAsync(cancel))
            if (DayTime.Is(now, call.TimeZone))
                await RemindAsync(call, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task RemindAsync(Call call, DateTimeOffset now, CancellationToken cancel)
    {
        var (opened, closes) = (call.MarkingOpenedAt!.Value, call.Dates.MarkingClosesAt!.Value);
        var step = now >= closes - LastCall ? MarkingStep.TwoDaysLeft : now >= opened + (closes - opened) / 2 ? MarkingStep.HalfTime : MarkingStep.Open;
        var seats = await roster.ActiveAsync(call.PanelId, cancel);
        var due = new List<Message>();
        foreach (var seat in seats)
            if (await HasWorkAsync(call, seat.Member.PersonId!.Value, cancel))
                due.Add(await letters.MarkAsync(call, seat.Member.PersonId!.Value, step, now, cancel));
        if (step is MarkingStep.TwoDaysLeft && await FewestAsync(call, cancel) < call.Rules.MinCards)
            due.AddRange(await letters.TooFewCardsAsync(call, seats.Where(seat => seat.Member.Role is PanelRole.Chair).Select(seat => seat.Member.PersonId!.Value), now, cancel));
        var keys = due.ConvertAll(message => message.Key);
        var sent = await db.Messages.Where(message => keys.Contains(message.Key)).Select(message => message.Key).ToListAsync(cancel);
        db.Messages.AddRange(due.Where(message => !sent.Contains(message.Key)));
    }

    async Task<bool> HasWorkAsync(Call call, Guid person, CancellationToken cancel) =>
        await db.ToDeclare(call.Id, person).AnyAsync(cancel)
        || await db.PileOf(call.Id, person).AnyAsync(own => !db.Set<Card>().Any(card => card.ApplicationId == own.Id && card.PersonId == person && card.HandedInAt != null), cancel);

    /// <summary>How many cards the application has that has the fewest.</summary>
    async Task<int> FewestAsync(Call call, CancellationToken cancel)
    {
        var all = await db.OnTheTable(call.Id).Select(own => own.Id).ToListAsync(cancel);
        var cards = await db.Set<Card>().Where(card => all.Contains(card.ApplicationId)).ThatCount(db).Select(card => card.ApplicationId).ToListAsync(cancel);
        return all.Select(own => cards.Count(card => card == own)).DefaultIfEmpty(int.MaxValue).Min();
    }
}

/// <summary>How far marking is.</summary>
public enum MarkingStep
{
    Open,
    HalfTime,
    TwoDaysLeft,
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

/// <summary>Sets a panel up, fills its seats, and takes its shortlist.</summary>
public sealed class ShortlistDesk(PbContext db, ShortlistLetters letters, TimeProvider clock)
{
    /// <summary>Lays down by what the panel chooses, before ideas open.</summary>
    public Task<ShortlistRefusal?> LayDownAsync(Guid round, Guid by, ShortlistRule rule, CancellationToken cancel) =>
        ChangeAsync(round, by, "Laid down how a panel draws up the shortlist", act =>
        {
            if (!act.Round.IsBeforeIdeas(act.Now))
                return Task.FromResult<ShortlistRefusal?>(ShortlistRefusal.IdeasHaveOpened);
            if (act.Panel is { } panel)
                panel.Change(rule);
            else
                db.ShortlistPanels.Add(new ShortlistPanel(round, rule));
            return Task.FromResult<ShortlistRefusal?>(null);
        }, cancel);

    public Task<ShortlistRefusal?> SeatAsync(Guid round, Guid by, SeatWords words, CancellationToken cancel) =>
        ChangeAsync(round, by, "Filled a seat of the panel", act => Task.FromResult(act.WhyNoSeat() ?? Do(() => act.Panel!.Seat(words, act.Now))), cancel);

    public Task<ShortlistRefusal?> UnseatAsync(Guid round, Guid by, Guid seat, CancellationToken cancel) =>
        ChangeAsync(round, by, "Emptied a seat of the panel", act => Task.FromResult(act.WhyNoSeat() ?? Do(() => act.Panel!.Unseat(seat))), cancel);

    public Task<ShortlistRefusal?> DecideAsync(Guid round, Guid by, ShortlistOrder order, CancellationToken cancel) =>
        ChangeAsync(round, by, "Took the panel’s shortlist", async act =>
        {
            if (act.WhyNoSeat() is { } early)
                return early;
            var candidates = await db.CandidatesAsync(round, cancel);
            if (order.WhyRefused(act.Panel!, candidates, act.Round, act.Now) is { } refusal)
                return refusal;
            act.Panel!.Meet(order.Present);
            db.ShortlistLines.AddRange(candidates.Select(candidate => order.LineOf(round, candidate)));
            await db.SaveChangesAsync(cancel);
            act.Panel.Decide(by, act.Now);
            await TellAsync(act, candidates.Where(candidate => !order.Chosen.Contains(candidate.Number)).ToDictionary(candidate => candidate.ProposalId, candidate => order.ReasonFor(candidate)), cancel);
            return null;
        }, cancel);

    async Task TellAsync(ShortlistAct act, IReadOnlyDictionary<Guid, string> left, CancellationToken cancel)
    {
        var ids = left.Keys.ToList();
        var addresses = await db.AddressesOfAsync(ids, cancel);
        foreach (var proposal in await db.Proposals.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel))
            if (addresses.GetValueOrDefault(proposal.Id) is { } address)
                db.Messages.Add(letters.Left(act, proposal, left[proposal.Id], address));
    }

    static ShortlistRefusal? Do(Action change)
    {
        change();
        return null;
    }

    async Task<ShortlistRefusal?> ChangeAsync(Guid id, Guid by, string what, Func<ShortlistAct, Task<ShortlistRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockRoundAsync(id, cancel);
        var now = clock.GetUtcNow();
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        var act = new ShortlistAct(round, await db.ShortlistPanels.Include(panel => panel.Seats).SingleOrDefaultAsync(panel => panel.RoundId == id, cancel), now);
        if (await change(act) is { } refusal)
            return refusal;
        db.Journal.Add(new JournalEntry(by, what, $"rounds/{round.Slug}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>A round and its panel, locked, at the moment at which something is done with them.</summary>
public sealed record ShortlistAct(Round Round, ShortlistPanel? Panel, DateTimeOffset Now)
{
    public ShortlistRefusal? WhyNoSeat() =>
        Panel is null ? ShortlistRefusal.NoPanel
        : Panel.DecidedAt is not null ? ShortlistRefusal.DecidedAlready
        : Round.IsBeforeVoting(Now) ? null : ShortlistRefusal.VotingHasOpened;
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Jobs;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>Puts what is left in a pot on the agenda once its last day is over, where the pot's rule is to ask the panel.</summary>
public sealed class AskAboutPots(PbContext db, PotBook book, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = PanelAges.DayOf(now);
        foreach (var pot in await db.FundPots.Where(one => one.CarryRule == CarryRule.Ask && one.SpendBy < today).OrderBy(one => one.Id).ToListAsync(cancel))
            await AskAsync(pot, now, cancel);
    }

    async Task AskAsync(FundPot pot, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.pots where id = {pot.Id} for update""").ToListAsync(cancel);
        var left = (await book.BalancesAsync(pot.FundId, cancel)).Single(balance => balance.Pot.Id == pot.Id).Free;
        if (left <= Money.Zero || await db.Set<PotQuestion>().AnyAsync(asked => asked.PotId == pot.Id && asked.SettledAt == null, cancel))
            return;
        var fund = await db.Funds.Where(one => one.Id == pot.FundId).Select(one => one.Slug).SingleAsync(cancel);
        db.Add(new PotQuestion(pot.Id, pot.SpendBy!.Value, now));
        db.Journal.Add(new JournalEntry(null, "Put the money that is left in a pot on the panel’s agenda", $"funds/{fund}/pots", pot.Name, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

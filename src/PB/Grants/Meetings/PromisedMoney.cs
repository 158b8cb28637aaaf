using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>What is left in the pots of a call once what the panel has decided, and no offer has taken yet, is taken off.</summary>
public sealed class PromisedMoney(PbContext db, PotBook book)
{
    /// <param name="hidden">Applications of which whoever asks may not know: what was promised to them is not taken off either.</param>
    public async Task<IReadOnlyList<PotMoney>> LeftAsync(Call call, IEnumerable<Guid> hidden, CancellationToken cancel)
    {
        var (hiddenIds, pots) = (hidden.ToArray(), call.Pots.Select(pot => pot.PotId).ToHashSet());
        var byPot = (await db.Promised().Where(part => !hiddenIds.Contains(part.ApplicationId)).ToListAsync(cancel)).ToLookup(part => part.PotId, part => part.Amount);
        return [.. from balance in await book.BalancesAsync(call.FundId, cancel)
                   where pots.Contains(balance.Pot.Id)
                   select new PotMoney(balance.Pot, byPot[balance.Pot.Id].Aggregate(balance.Available, (left, amount) => left - amount))];
    }

    /// <summary>Whether there is enough to fund all that is left on the agenda in full.</summary>
    public async Task<bool> IsEnoughForAsync(MeetingTable table, CancellationToken cancel)
    {
        var wishes = table.Together.Select(item => table.Applications[item.ApplicationId]).Select(a => new Wish(a.Amounts.Requested, a.Reach()));
        return Allocation.Of(wishes, await LeftAsync(table.Call, [], cancel), goOn: true).All(shares => shares.Missing == Money.Zero);
    }
}

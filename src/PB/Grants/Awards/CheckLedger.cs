using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Funds;
using PB.Jobs;
using PB.Journal;
using PB.Outbox;

namespace PB.Grants.Awards;

/// <summary>Looks once a day whether the ledger and the awards say the same. Where they do not, finance and the accountable officer are told, each day until it is put right.</summary>
public sealed class CheckLedger(PbContext db, SiteAddress site, IStringLocalizer<CheckLedger> text, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var faults in (await db.LedgerFaultsAsync(cancel)).GroupBy(fault => fault.FundId))
            await TellAsync(faults.Key, string.Join(", ", faults.Select(fault => fault.Ref).Order(StringComparer.Ordinal)), now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task TellAsync(Guid fundId, string awards, DateTimeOffset now, CancellationToken cancel)
    {
        var fund = await db.Funds.SingleAsync(one => one.Id == fundId, cancel);
        string[] to = [.. await db.AddressesOfAsync(fundId, FundRole.FinanceOfficer, now, cancel), .. await db.AddressesOfAsync(fundId, FundRole.AccountableOfficer, now, cancel)];
        var day = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd}");
        var due = to.Distinct().ToDictionary(address => $"grants/ledger/{fundId}/{day}/{address}");
        var sent = await db.Messages.Where(message => due.Keys.Contains(message.Key)).Select(message => message.Key).ToListAsync(cancel);
        foreach (var (key, address) in due.Where(one => !sent.Contains(one.Key)))
            db.Messages.Add(new Message(key, address, text["{0}: the ledger does not balance", fund.Name],
                text["The ledger of {0} says something else than these awards: {1}\n\nLook at it today:\n\n{2}", fund.Name, awards, site.Of($"funds/{fund.Slug}/pots")], now));
        if (sent.Count < due.Count)
            db.Journal.Add(new JournalEntry(null, "Found that the ledger and awards do not agree", $"funds/{fund.Slug}/pots", awards, now));
    }
}

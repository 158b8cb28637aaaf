using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>What the ledger says of an award.</summary>
public static class AwardMoney
{
    /// <summary>What was paid out, whether or not some of it came back.</summary>
    public static async Task<Money> PaidAsync(this PbContext db, Guid awardId, CancellationToken cancel) =>
        (await db.Payments.Where(payment => payment.AwardId == awardId && payment.PaidOn != null).Select(payment => payment.Amount).ToListAsync(cancel)).Sum();

    /// <summary>The lines of the ledger that are about an award.</summary>
    public static Task<List<PotEntry>> EntriesOfAsync(this PbContext db, Guid awardId, CancellationToken cancel) =>
        db.PotEntries.AsNoTracking().Where(entry => entry.AwardId == awardId).OrderBy(entry => entry.Id).ToListAsync(cancel);

    /// <summary>Asks for what was paid and, by the accepted reports, not spent as agreed; what was asked for before is not asked for twice.</summary>
    internal static async Task AskBackAsync(this PbContext db, Award award, MoneyBackReason reason, DateTimeOffset now, CancellationToken cancel)
    {
        var reports = await db.Reports.Include(report => report.Lines).Where(report => report.AwardId == award.Id && report.AcceptedAt != null).ToListAsync(cancel);
        var asked = (await db.MoneyBacks.Where(back => back.AwardId == award.Id).Select(back => back.Due).ToListAsync(cancel)).Sum();
        var underspend = Underspend.Of(await db.PaidAsync(award.Id, cancel) - asked, reports.Select(report => report.Evidenced).Sum());
        if (underspend.Due == Money.Zero)
            return;
        var back = new MoneyBack(award.Id, reason, underspend.Due, now);
        if (underspend.IsWaived && reason is MoneyBackReason.Underspend)
            back.Waive(null, "Too little to ask for", now);
        db.MoneyBacks.Add(back);
    }

    public static Money Sum(this IEnumerable<Money> sums) => sums.Aggregate(Money.Zero, (sum, one) => sum + one);

    /// <summary>What came back of an award, by its ledger.</summary>
    public static Money Refunded(this IEnumerable<PotEntry> entries) => entries.Where(entry => entry.Kind is PotEntryKind.Refund).Select(entry => entry.Amount).Sum();
}

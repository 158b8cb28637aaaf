using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Web.Grants.Awards;

/// <summary>Reads what the tables of a fund are made of.</summary>
static class OpenDataReading
{
    /// <summary>The groups that applied to a fund.</summary>
    public static async Task<IReadOnlyList<ReachedGroup>> GroupsAsync(PbContext db, Guid fundId, CancellationToken cancel)
    {
        var funded = (await db.Awards.AcceptedIn(fundId).Select(award => award.ApplicationId).ToListAsync(cancel)).ToHashSet();
        var applied = await (
            from application in db.Applications.AsNoTracking()
            where application.CosignedAt != null
            join call in db.Calls on application.CallId equals call.Id
            where call.FundId == fundId
            select application).ToListAsync(cancel);
        return [.. applied.Select(one => new ReachedGroup(one.Group.Areas, one.Group.AgeBands, one.Group.Themes, one.Group.FirstTime, funded.Contains(one.Id)))];
    }

    public static async Task<IReadOnlyList<LedgerLine>> LedgerAsync(PbContext db, Guid fundId, CancellationToken cancel)
    {
        var pots = await db.FundPots.Where(pot => pot.FundId == fundId).ToDictionaryAsync(pot => pot.Id, pot => pot.Name, cancel);
        var refs = await db.Awards.Where(award => award.FundId == fundId).ToDictionaryAsync(award => award.Id, award => award.Ref, cancel);
        var entries = await db.PotEntries.AsNoTracking().Where(entry => pots.Keys.Contains(entry.PotId)).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync(cancel);
        var left = pots.Keys.ToDictionary(pot => pot, _ => Money.Zero);
        return entries.ConvertAll(entry =>
        {
            left[entry.PotId] += new Money(entry.Kind.Sign() * entry.Amount.MinorUnits);
            return new LedgerLine(entry, pots[entry.PotId], left[entry.PotId], entry.AwardId is { } award ? refs[award] : "");
        });
    }
}

/// <param name="Left">What the pot had to give away after this line.</param>
sealed record LedgerLine(PotEntry Entry, string Pot, Money Left, string AwardRef);

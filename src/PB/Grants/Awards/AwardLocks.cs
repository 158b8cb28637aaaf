using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Awards;

static class AwardLocks
{
    /// <summary>An award with its parts, locked: what is done to it is done one after the other. The clock is read afterwards.</summary>
    public static async Task<Award> LockedAwardAsync(this PbContext db, Guid awardId, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from grants.awards where id = {awardId} for no key update", cancel);
        return await db.Awards.Include(award => award.Shares).Include(award => award.Conditions).Include(award => award.Instalments)
            .AsSplitQuery().SingleAsync(award => award.Id == awardId, cancel);
    }
}

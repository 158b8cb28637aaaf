using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Grants.Awards;

/// <summary>Writes to a group 14, 7 and 2 days before its offer is over, where not both have said yes. Young people get no mail at night.</summary>
public sealed class RemindOfOffers(PbContext db, AwardLetters letters, TimeProvider clock) : IJob
{
    static readonly int[] Steps = [2, 7, 14];

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!DayTime.Is(now))
            return;
        var latest = now.AddDays(Steps[^1]);
        foreach (var award in await db.Awards.AsNoTracking().Where(award => award.SignedAt != null && award.DeclinedAt == null && award.ReleasedAt == null
            && (award.LeadAcceptedAt == null || award.AdultAcceptedAt == null) && award.ExpiresAt > now && award.ExpiresAt <= latest).ToListAsync(cancel))
            await letters.OfferEndsAsync(award, Steps.First(days => award.ExpiresAt <= now.AddDays(days)), cancel);
        await db.SaveChangesAsync(cancel);
    }
}

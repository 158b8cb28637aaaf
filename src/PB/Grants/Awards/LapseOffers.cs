using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Jobs;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Takes the promise of an offer that was declined, or that not both accepted in time, off the pots again, and tells the group and the panel's coordinators.</summary>
public sealed class LapseOffers(PbContext db, PotBook pots, AwardLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var id in await Promised().Where(award => award.ExpiresAt <= now || award.DeclinedAt != null).Select(award => award.Id).ToListAsync(cancel))
            await ReleaseAsync(id, cancel);
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => await Promised().MinAsync(award => award.DeclinedAt ?? award.ExpiresAt, cancel);

    async Task ReleaseAsync(Guid awardId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        var now = clock.GetUtcNow();
        if (award.ReleasedAt is not null || award.PhaseAt(now) is not (AwardPhase.Lapsed or AwardPhase.Declined))
            return;
        foreach (var share in award.PotShares)
            await pots.EnterAsync(share.PotId, PotEntryKind.Release, share.Amount, new EntryReason($"Offer {award.Ref} was not accepted", null, award.Id), cancel);
        award.Release(now);
        db.Journal.Add(new JournalEntry(null, "Took the promise of an offer off the pots", $"awards/{award.Ref}", award.DeclinedAt is null ? "Its time was over." : "The group declined.", now));
        await letters.ReleasedAsync(award, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    IQueryable<Award> Promised() => db.Awards.Where(award => award.SignedAt != null && award.ReleasedAt == null && (award.LeadAcceptedAt == null || award.AdultAcceptedAt == null));
}

using PB.Data;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Ticks off what a group has done for its grant.</summary>
public sealed class ConditionDesk(PbContext db, TimeProvider clock)
{
    /// <returns>False where there is no such condition, or it is met already.</returns>
    public async Task<bool> MeetAsync(Guid awardId, int number, string evidence, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        if (award.Conditions.SingleOrDefault(condition => condition.Number == number) is not { MetAt: null } met)
            return false;
        var now = clock.GetUtcNow();
        met.Meet(coordinator, evidence, now);
        db.Journal.Add(new JournalEntry(coordinator, "Ticked a condition off", $"awards/{award.Ref}", evidence, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>One at a time for whatever changes a round's list of proposals.</summary>
public static class RoundLock
{
    /// <summary>Waits for the round of a proposal, and gives the round as it is then.</summary>
    public static async Task<Round> LockedRoundOfAsync(this PbContext db, Guid proposalId, CancellationToken cancel)
    {
        // "no key": a lock against other changes that lets records that point to the round come in.
        var id = (await db.Database.SqlQuery<Guid>($"""
            select r.id as "Value" from rounds r join proposals p on p.round_id = r.id where p.id = {proposalId} for no key update of r
            """).ToListAsync(cancel)).Single();
        return await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == id, cancel);
    }

    /// <summary>Waits for a round whose list of proposals is about to grow.</summary>
    public static Task LockRoundAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from rounds where id = {round} for no key update", cancel);
}

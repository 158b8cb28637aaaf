using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Calls;

public static class CallSearch
{
    /// <summary>Calls with their criteria, rules, pots and votes on the weights.</summary>
    public static IQueryable<Call> WholeCalls(this PbContext db) =>
        db.Calls.Include(c => c.Criteria.OrderBy(criterion => criterion.Number)).Include(c => c.EligibilityRules.OrderBy(rule => rule.Number)).Include(c => c.Pots).Include(c => c.WeightVotes).AsSplitQuery();

    /// <summary>A call, locked until the transaction ends: what depends on its clock or its criteria waits here.</summary>
    public static async Task<Call> LockedCallAsync(this PbContext db, Guid callId, CancellationToken cancel)
    {
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.calls where id = {callId} for update""").ToListAsync(cancel);
        // What was read before the lock may be old by now.
        if (!db.ChangeTracker.HasChanges())
            db.ChangeTracker.Clear();
        return await db.WholeCalls().SingleAsync(c => c.Id == callId, cancel);
    }
}

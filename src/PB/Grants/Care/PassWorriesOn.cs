using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Grants.Care;

/// <summary>Tells the second safeguarding lead of a worry that nobody has opened for half an hour.</summary>
public sealed class PassWorriesOn(PbContext db, WorryLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('pb worries', 0))", cancel);
        var now = clock.GetUtcNow();
        foreach (var worry in await Unseen().Where(worry => worry.FiledAt <= now - Worry.Patience).ToListAsync(cancel))
        {
            var fund = await db.Funds.SingleAsync(fund => fund.Id == worry.FundId, cancel);
            foreach (var lead in (await db.LeadsOfAsync(fund.Id, now, cancel)).Skip(1).Take(1))
                db.Messages.Add(letters.PassedOn(fund, worry, lead, now));
            worry.PassOn(now);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await Unseen().MinAsync(worry => (DateTimeOffset?)worry.FiledAt, cancel) + Worry.Patience;

    IQueryable<Worry> Unseen() => db.Worries.Where(worry => worry.SeenAt == null && worry.PassedOnAt == null);
}

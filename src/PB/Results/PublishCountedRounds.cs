using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Journal;
using PB.Rounds;

namespace PB.Results;

/// <summary>Publishes the result of every counted round that is not held for certification, and writes to those who wait for it.</summary>
public sealed class PublishCountedRounds(PbContext db, ResultLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await PublishOneAsync(cancel))
            db.ChangeTracker.Clear();
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await Due().MinAsync(round => round.CountedAt, cancel);

    async Task<bool> PublishOneAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Database.SqlQuery<Guid>($"""
            select id as "Value" from rounds
            where counted_at is not null and published_at is null and publish_at_once and cancelled_at is null and not is_rehearsal
            order by counted_at limit 1 for update skip locked
            """).ToListAsync(cancel);
        if (due is not [var id])
            return false;

        var round = await db.Rounds.SingleAsync(r => r.Id == id, cancel);
        var now = clock.GetUtcNow();
        round.Publish(now);
        var result = await db.Results.Where(r => r.RoundId == id).OrderByDescending(r => r.Version).FirstAsync(cancel);
        result.Publish(now);
        db.Journal.Add(new JournalEntry(null, "Published the result", $"rounds/{round.Slug}", "The round publishes its count at once.", now));
        await letters.WriteAsync(round, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    IQueryable<Round> Due() =>
        db.Rounds.Where(round => round.CountedAt != null && round.PublishedAt == null && round.PublishAtOnce && round.CancelledAt == null);
}

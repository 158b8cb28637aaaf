using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Jobs;
using PB.Journal;
using PB.Rounds;

namespace PB.Results;

/// <summary>Closes and counts every round whose voting has ended and that has no count yet.</summary>
/// <remarks>Each round is locked while it is counted and skipped when locked: twice, or on two machines at once, is the same as once.</remarks>
public sealed class CountClosedRounds(PbContext db, BallotGate gate, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await CountOneAsync(cancel))
            db.ChangeTracker.Clear();
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await db.Rounds
            .Where(round => round.AnnouncedAt != null && round.CancelledAt == null && round.CountedAt == null)
            .MinAsync(round => round.Calendar.VotingUntil, cancel);

    async Task<bool> CountOneAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Filter, order and limit stay inside the SQL: composed outside, PostgreSQL would lock every due round.
        var due = await db.Database.SqlQuery<Guid>($"""
            select id as "Value" from rounds
            where announced_at is not null and cancelled_at is null and counted_at is null and voting_until <= rnd.clock() and not is_rehearsal
            order by voting_until limit 1 for update skip locked
            """).ToListAsync(cancel);
        if (due is not [var id])
            return false;

        var round = await db.Rounds.Include(r => r.Pot).SingleAsync(r => r.Id == id, cancel);
        await CountAsync(round, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    async Task CountAsync(Round round, CancellationToken cancel)
    {
        // Opens a box that nobody came to, so that it can be closed.
        await gate.PaperAsync(round, cancel);
        if (!(await db.Database.SqlQuery<bool>($"""select rnd.close_round({round.Id}) as "Value" """).ToListAsync(cancel)).Single())
            throw new InvalidOperationException($"The ballot box of round {round.Slug} could not be closed.");

        var result = await new Tellers(db, gate, clock).CountAsync(round, cancel);
        db.Journal.Add(new JournalEntry(null, "Counted the ballots", $"rounds/{round.Slug}", "Voting has ended.", result.CountedAt));
        round.RecordCount(result.CountedAt);
    }
}

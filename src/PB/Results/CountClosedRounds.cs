using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Jobs;
using PB.Journal;
using PB.Rounds;

namespace PB.Results;

/// <summary>Closes, seals and counts every round whose voting has ended and that has no count yet.</summary>
/// <remarks>
/// Three steps, a transaction each: whoever comes after a crash goes on at the step that was not done. The round is locked at each step and
/// skipped when locked: twice, or on two machines at once, is the same as once. Where there are provisional ballots that nobody has decided on,
/// the ballots are sealed in time, and the log is ended and counted a few days later at the latest.
/// </remarks>
public sealed class CountClosedRounds(PbContext db, BallotGate gate, BallotLog log, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await StepAsync(cancel))
            db.ChangeTracker.Clear();
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await db.Rounds
            .Where(round => round.AnnouncedAt != null && round.CancelledAt == null && round.CountedAt == null)
            .MinAsync(round => round.Calendar.VotingUntil, cancel);

    async Task<bool> StepAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await DueAsync(cancel) is not [var id])
            return false;

        var round = await db.Rounds.Include(r => r.Pot).Include(r => r.Neighbourhoods).SingleAsync(r => r.Id == id, cancel);
        _ = await gate.PaperAsync(round, cancel)
            ?? throw new InvalidOperationException($"Round {round.Slug} has ended without a ballot paper.");
        await (await StateAsync(id, cancel) switch
        {
            "closed" => log.EndAsync(id, cancel),
            "sealed" => CountAsync(round, cancel),
            _ => CloseAsync(round, cancel),
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    // Filter, order and limit stay inside the SQL: composed outside, PostgreSQL would lock every due round.
    Task<List<Guid>> DueAsync(CancellationToken cancel) =>
        db.Database.SqlQuery<Guid>($"""
            select id as "Value" from rounds
            where announced_at is not null and cancelled_at is null and counted_at is null and voting_until <= rnd.clock() and not is_rehearsal
              and not (ballotbox.is_sealed_whole(id) and register.waits_for_people(id)) and not rnd.waits_for_texts(id)
            order by voting_until limit 1 for update skip locked
            """).ToListAsync(cancel);

    async Task<string> StateAsync(Guid round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<string>($"""select state as "Value" from rnd.round where id = {round}""").ToListAsync(cancel)).Single();

    async Task CloseAsync(Round round, CancellationToken cancel)
    {
        if (!(await db.Database.SqlQuery<bool>($"""select rnd.close_round({round.Id}) as "Value" """).ToListAsync(cancel)).Single())
            throw new InvalidOperationException($"The ballot box of round {round.Slug} could not be closed.");
    }

    async Task CountAsync(Round round, CancellationToken cancel)
    {
        var result = await new Tellers(db, gate, clock).CountAsync(round, cancel);
        db.Journal.Add(new JournalEntry(null, "Counted the ballots", $"rounds/{round.Slug}", "Voting has ended.", result.CountedAt));
        round.RecordCount(result.CountedAt);
    }
}

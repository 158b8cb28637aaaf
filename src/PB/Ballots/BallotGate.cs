using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;
using PB.Screening;

namespace PB.Ballots;

/// <summary>Opens a round's ballot box when its time has come, by freezing the ballot paper.</summary>
/// <remarks>
/// Whoever comes first opens it, a job or a voter, so that voting begins at its second even if no job ran.
/// Everybody after that reads the frozen paper.
/// </remarks>
public sealed class BallotGate(PbContext db, RoundKeys keys, TimeProvider clock)
{
    // What is frozen never changes, so each process reads it once.
    static readonly ConcurrentDictionary<Guid, FrozenRound> Frozen = new();

    /// <summary>The frozen ballot paper; null before voting opens.</summary>
    public async Task<BallotPaper?> PaperAsync(Round round, CancellationToken cancel)
    {
        if (await FrozenAsync(round.Id, cancel) is { } paper)
            return paper;
        if (round.AnnouncedAt is null || round.CancelledAt is not null || clock.GetUtcNow() < round.Calendar.VotingFrom)
            return null;

        await OpenAsync(round, cancel);
        return await FrozenAsync(round.Id, cancel);
    }

    /// <summary>The paper without a look at whether the box is still open: for who then asks the box itself.</summary>
    public async Task<BallotPaper?> PaperToCastAsync(Round round, CancellationToken cancel)
    {
        if (!Frozen.TryGetValue(round.Id, out var frozen) || !keys.Has(round.Id))
            return await PaperAsync(round, cancel);
        DemandKey(round.Id, frozen);
        return frozen.Paper;
    }

    /// <summary>Shuts a cancelled round's box for good, whether it was open yet or not.</summary>
    public static Task VoidAsync(PbContext db, Guid round, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select rnd.void_round({round})", cancel);

    async Task OpenAsync(Round round, CancellationToken cancel)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;

        // Decisions on proposals take this lock too: one that is under way ends before the paper is drawn up, or comes too late.
        await db.Database.ExecuteSqlAsync($"select from rounds where id = {round.Id} for no key update", cancel);
        var paper = BallotPaper.Of(round, await db.OnTheBallot(round.Id).AsNoTracking().ToListAsync(cancel));
        paper = paper with { Exclusive = await db.ExclusivePairsAsync(await RehearsedAsync(round, cancel), [.. paper.Projects.Select(project => project.Number)], cancel) };
        var checksum = RoundKeys.Checksum(keys.OpenOrMake(round.Id));
        await db.Database.ExecuteSqlAsync($"""
            select rnd.open_round({round.Id}, {paper.OpensAt}, {paper.ClosesAt}, {paper.Rules.AllowChange}, {paper.Text()}, {checksum})
            """, cancel);
        await new BallotLog(db, keys).BeginAsync(round.Id, cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
    }

    // A rehearsal's projects have the numbers of its round, and exclude each other as there.
    async Task<Guid> RehearsedAsync(Round round, CancellationToken cancel) => round.IsRehearsal
        ? await db.Database.SqlQuery<Guid>($"""select of_round as "Value" from rnd.rehearsals where round_id = {round.Id}""").SingleAsync(cancel)
        : round.Id;

    async Task<BallotPaper?> FrozenAsync(Guid round, CancellationToken cancel)
    {
        var known = Frozen.GetValueOrDefault(round);
        var rows = await db.Database.SqlQuery<Gate>($"""
            select case when {known is null} then rules end as "Rules", key_checksum as "KeyChecksum", closes_at as "ClosesAt", state = 'open' as "IsOpen",
                xmin = coalesce(pg_current_xact_id_if_assigned()::xid, '0') as "IsOurs"
            from rnd.round where id = {round}
            """).ToListAsync(cancel);
        if (rows is not [var gate])
            return null;
        var frozen = known ?? Keep(round, new(BallotPaper.Read(gate.Rules!), gate.KeyChecksum), gate.IsOurs);
        // Afterwards the paper can be read without the key, which is destroyed one day.
        if (gate.IsOpen)
            DemandKey(round, frozen);
        return frozen.Paper with { ClosesInstead = gate.ClosesAt };
    }

    // A transaction that is under way may still take back what it froze or changed.
    static FrozenRound Keep(Guid round, FrozenRound frozen, bool isOurs) => isOurs ? frozen : Frozen.GetOrAdd(round, frozen);

    void DemandKey(Guid round, FrozenRound frozen)
    {
        if (!keys.Has(round) || !CryptographicOperations.FixedTimeEquals(frozen.KeyChecksum, RoundKeys.Checksum(keys.Open(round))))
            throw new InvalidOperationException($"The key of round {round} is not in the key folder: no ballot can be taken before it is put back.");
    }

    sealed record FrozenRound(BallotPaper Paper, byte[] KeyChecksum);

    sealed record Gate(string? Rules, byte[] KeyChecksum, DateTimeOffset ClosesAt, bool IsOpen, bool IsOurs);
}

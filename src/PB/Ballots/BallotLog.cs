// Longer than the house allows: the set-up leaf names all of its fields in one place, in the order in which they are written.
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>Writes a round's public log: begins it with the frozen rules, takes waiting ballots in, signs each head, and ends it after the close.</summary>
/// <remarks>Each step is one transaction; two processes at once take turns at the lock of the log, and the second finds nothing to do.</remarks>
public sealed class BallotLog(PbContext db, RoundKeys keys)
{
    /// <summary>Begins the log where it has not begun, and signs its first head.</summary>
    public async Task BeginAsync(Guid round, CancellationToken cancel)
    {
        if (await db.Database.SqlQuery<bool>($"""
            select exists (select 1 from ballotbox.event where round_id = {round}) as "Value"
            """).SingleAsync(cancel))
            return;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        using var signer = keys.OpenOrMakeSigner(round);
        var point = LogKey.Point(signer);
        var setup = await SetupAsync(round, point, cancel);
        if ((await db.Database.SqlQuery<bool>($"""select ballotbox.begin_log({round}, {point}, {setup}) as "Value" """).ToListAsync(cancel)).Single())
            await SignAsync(round, signer, all: false, cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
    }

    /// <summary>Takes in the waiting ballots if there are enough of them to hide each other.</summary>
    /// <returns>Whether the log grew.</returns>
    public async Task<bool> SealAsync(Guid round, CancellationToken cancel)
    {
        await BeginAsync(round, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        using var signer = await SignerAsync(round, cancel);
        var grew = await SignAsync(round, signer, all: false, cancel);
        await transaction.CommitAsync(cancel);
        return grew;
    }

    /// <summary>Takes in all that waits, ends the log and lets the round be counted; all but the first waits while people decide on provisional ballots.
    /// Inside the caller's transaction; the round is closed.</summary>
    public async Task EndAsync(Guid round, CancellationToken cancel)
    {
        await BeginAsync(round, cancel);
        using var signer = await SignerAsync(round, cancel);
        if (await db.WaitForPeopleAsync(round, cancel))
        {
            await SignAsync(round, signer, all: true, cancel);
            return;
        }

        await db.Database.ExecuteSqlAsync($"select ballotbox.seal({round}, true)", cancel);
        await db.LeaveOutProvisionalsAsync(round, keys, cancel);
        await db.Database.ExecuteSqlAsync($"select ballotbox.end_log({round})", cancel);
        await SignAsync(round, signer, all: true, cancel);
        await db.Database.ExecuteSqlAsync($"select rnd.seal_round({round})", cancel);
    }

    async Task<bool> SignAsync(Guid round, ECDsa signer, bool all, CancellationToken cancel)
    {
        var due = (await db.Database.SqlQuery<Due>($"""
            select batch_no as "BatchNo", tree_size as "TreeSize", sealed_at as "SealedAt" from ballotbox.seal({round}, {all})
            """).ToListAsync(cancel)).Single();
        if (due is not { BatchNo: { } batch, TreeSize: { } size, SealedAt: { } at })
            return false;
        var root = LogRoot.Of(await LeavesAsync(round, cancel));
        var head = new LogHead(batch, size, Convert.ToHexStringLower(root), LogStatement.Time(at));
        var signature = LogKey.Sign(signer, LogStatement.Head(round, head));
        await db.Database.ExecuteSqlAsync($"select ballotbox.add_head({round}, {batch}, {size}, {root}, {signature}, {at})", cancel);
        return true;
    }

    /// <summary>The hashes of all leaves in the order of the log.</summary>
    public Task<List<byte[]>> LeavesAsync(Guid round, CancellationToken cancel) =>
        db.Database.SqlQuery<byte[]>($"""select leaf_hash as "Value" from ballotbox.leaves({round}) order by leaf_index""").ToListAsync(cancel);

    // A key that is not the one in leaf 0 would sign what nobody can check.
    async Task<ECDsa> SignerAsync(Guid round, CancellationToken cancel)
    {
        var known = (await db.Database.SqlQuery<byte[]?>($"""select log_public_key as "Value" from rnd.round where id = {round}""").ToListAsync(cancel)).Single();
        var signer = keys.OpenOrMakeSigner(round);
        if (known is null || known.AsSpan().SequenceEqual(LogKey.Point(signer)))
            return signer;
        signer.Dispose();
        throw new InvalidOperationException($"The key that signs the log of round {round} is not in the key folder: put it back.");
    }

    async Task<string> SetupAsync(Guid round, byte[] point, CancellationToken cancel)
    {
        var frozen = (await db.Database.SqlQuery<Frozen>($"""
            select encode(rules_hash, 'hex') as "Rules", encode(key_checksum, 'hex') as "KeyChecksum", opens_at as "OpensAt", closes_at as "ClosesAt",
                   min_batch as "MinBatch" from rnd.round where id = {round}
            """).ToListAsync(cancel)).Single();
        var areas = await (from part in db.Set<Rounds.RoundNeighbourhood>()
                           join place in db.Neighbourhoods on part.NeighbourhoodId equals place.Id
                           where part.RoundId == round
                           orderby place.Slug
                           select new { id = place.Id, name = place.Name }).ToListAsync(cancel);
        return JsonSerializer.Serialize(new
        {
            format = "pb-setup/1",
            round,
            rules = frozen.Rules,
            opensAt = LogStatement.Time(frozen.OpensAt),
            closesAt = LogStatement.Time(frozen.ClosesAt),
            algorithm = "ECDSA-P256-SHA256",
            logKey = Convert.ToHexStringLower(point),
            keyChecksum = frozen.KeyChecksum,
            minBatch = frozen.MinBatch,
            tieSeed = "rules-and-ballots",
            areas,
        });
    }

    sealed record Due(int? BatchNo, long? TreeSize, DateTimeOffset? SealedAt);

    sealed record Frozen(string Rules, string KeyChecksum, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, int MinBatch);
}

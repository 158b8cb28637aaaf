using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Data;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>What must be true of ballots and takes a key or a computation to see.</summary>
static class BallotInvariants
{
    /// <summary>I24.</summary>
    public static async Task<IReadOnlyList<string>> KeysThatAreStillThereAsync(IServiceProvider services, CancellationToken cancel)
    {
        var given = await services.GetRequiredService<PbContext>().Database
            .SqlQuery<Guid>($"""select round_id as "Value" from rnd.key_destructions""").ToListAsync(cancel);
        var keys = services.GetRequiredService<RoundKeys>();
        return [.. from round in given where keys.Has(round) select $"The key of round {round} is still in the key folder."];
    }

    /// <summary>I06: makes every voter's tag where the key is, and learns how many tags do not fit; not which, and no ballot.</summary>
    public static async Task<IReadOnlyList<string>> StrangersAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (db, keys) = (services.GetRequiredService<PbContext>(), services.GetRequiredService<RoundKeys>());
        var faults = new List<string>();
        foreach (var (round, checksum) in (await RoundsAsync(db, cancel)).Select(round => (round.Id, round.KeyChecksum)))
        {
            if (!keys.Has(round) || !RoundKeys.Checksum(keys.Open(round)).AsSpan().SequenceEqual(checksum))
            {
                faults.Add($"Round {round}: its key is not in the key folder.");
                continue;
            }

            var found = await StrangersAsync(db, round, keys.Open(round), cancel);
            if (found.WithoutBallot > 0)
                faults.Add($"Round {round}: the ballots of {found.WithoutBallot} people who voted are missing.");
            if (found.WithoutVoter > 0)
                faults.Add($"Round {round}: {found.WithoutVoter} ballots are nobody's who voted.");
        }

        return faults;
    }

    static async Task<Strangers> StrangersAsync(PbContext db, Guid round, byte[] key, CancellationToken cancel)
    {
        var voters = await db.Database.SqlQuery<Guid>($"""select voter as "Value" from invariant.voters({round}) voter""").ToListAsync(cancel);
        var tags = voters.AsParallel().Select(voter => VoterTag.Compute(key, round, voter)).ToArray();
        return (await db.Database.SqlQuery<Strangers>($"""
            select without_ballot as "WithoutBallot", without_voter as "WithoutVoter" from invariant.strangers({round}, {tags})
            """).ToListAsync(cancel)).Single();
    }

    /// <summary>I28: each head's root over the leaves before it, and its signature.</summary>
    public static async Task<IReadOnlyList<string>> HeadsAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (db, log) = (services.GetRequiredService<PbContext>(), services.GetRequiredService<BallotLog>());
        var faults = new List<string>();
        foreach (var round in await db.Database.SqlQuery<Signed>($"""
            select id as "Id", log_public_key as "Key" from rnd.round where log_public_key is not null order by id
            """).ToListAsync(cancel))
            faults.AddRange(Wrong(round, await HeadsOfAsync(db, round.Id, cancel), await log.LeavesAsync(round.Id, cancel)));
        return faults;
    }

    static IEnumerable<string> Wrong(Signed round, List<Head> heads, List<byte[]> leaves)
    {
        using var key = LogKey.OfPoint(round.Key);
        var root = new RunningRoot();
        foreach (var head in heads)
        {
            while (root.Size < Math.Min(head.Size, leaves.Count))
                root.Add(leaves[(int)root.Size]);
            if (root.Size != head.Size || !root.Root().AsSpan().SequenceEqual(head.Root))
                yield return $"Round {round.Id}: head {head.Batch} is not over the first {head.Size} leaves.";
            var statement = LogStatement.Head(round.Id, new(head.Batch, head.Size, Convert.ToHexStringLower(head.Root), LogStatement.Time(head.At)));
            if (!LogKey.Verify(key, statement, head.Signature))
                yield return $"Round {round.Id}: head {head.Batch} is not signed by the key of the log.";
        }
    }

    static Task<List<Head>> HeadsOfAsync(PbContext db, Guid round, CancellationToken cancel) => db.Database.SqlQuery<Head>($"""
        select batch_no as "Batch", tree_size as "Size", root as "Root", signature as "Signature", sealed_at as "At"
        from ballotbox.batch where round_id = {round} order by batch_no
        """).ToListAsync(cancel);

    static Task<List<Keyed>> RoundsAsync(PbContext db, CancellationToken cancel) => db.Database.SqlQuery<Keyed>($"""
        select id as "Id", key_checksum as "KeyChecksum" from rnd.round r
        where not exists (select from rnd.key_destructions d where d.round_id = r.id) and exists (select from ballotbox.event e where e.round_id = r.id) order by id
        """).ToListAsync(cancel);

    sealed record Keyed(Guid Id, byte[] KeyChecksum);
    sealed record Strangers(long WithoutBallot, long WithoutVoter);
    sealed record Signed(Guid Id, byte[] Key);
    sealed record Head(int Batch, long Size, byte[] Root, byte[] Signature, DateTimeOffset At);
}

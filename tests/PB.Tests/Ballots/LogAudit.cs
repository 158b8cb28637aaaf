using Npgsql;
using PB.Tally.Log;

namespace PB.Tests.Ballots;

/// <summary>A look at a round's log behind the site's back.</summary>
static class LogAudit
{
    /// <summary>Checks all of a round's log: leaves without a gap, hashes, batches, every head a prefix, every signature.</summary>
    public static async Task<(int Heads, int Ballots)> CheckAsync(NpgsqlDataSource owner, Guid round)
    {
        var leaves = new List<byte[]>();
        await foreach (var row in RowsAsync(owner, $"select leaf_index, leaf_hash from ballotbox.leaves('{round}') order by leaf_index"))
        {
            Assert.Equal(leaves.Count, row.GetInt64(0));
            leaves.Add((byte[])row[1]);
        }

        var ballots = 0;
        await foreach (var row in RowsAsync(owner, $"select leaf_index, tag, version, content, area, class, nonce from ballotbox.sealed where round_id = '{round}'"))
        {
            var leaf = new BallotLeaf
            {
                RoundId = round,
                Tag = [.. (byte[])row[1]],
                Version = row.GetInt32(2),
                Choices = row.GetString(3),
                Area = row.GetString(4),
                Class = row.GetString(5),
                Nonce = [.. (byte[])row[6]],
            };
            Assert.Equal(leaves[(int)row.GetInt64(0)], leaf.Hash());
            ballots++;
        }

        using var key = LogKey.OfPoint(await PointAsync(owner, round));
        var (heads, sizes) = (0, 0L);
        await foreach (var row in RowsAsync(owner, $"select batch_no, first_index, size, tree_size, root, signature, sealed_at from ballotbox.batch where round_id = '{round}' order by batch_no"))
        {
            Assert.Equal((heads++, sizes), (row.GetInt32(0), row.GetInt64(1)));
            sizes += row.GetInt64(2);
            Assert.Equal(sizes, row.GetInt64(3));
            Assert.Equal(LogRoot.Of(leaves.Take((int)sizes)), (byte[])row[4]);
            var head = new LogHead(row.GetInt32(0), sizes, Convert.ToHexStringLower((byte[])row[4]), LogStatement.Time(row.GetFieldValue<DateTimeOffset>(6)));
            Assert.True(LogKey.Verify(key, LogStatement.Head(round, head), (byte[])row[5]));
        }

        Assert.Equal(leaves.Count, sizes);
        return (heads, ballots);
    }

    static async Task<byte[]> PointAsync(NpgsqlDataSource owner, Guid round)
    {
        await using var command = owner.CreateCommand($"select log_public_key from rnd.round where id = '{round}'");
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    static async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            yield return reader;
    }
}

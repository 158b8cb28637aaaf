using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.People;
using PB.Roll;
using PB.Rounds;
using PB.Tally.Log;

namespace PB.Tests.Ballots;

/// <summary>A round of many voters, and a look at its log behind the site's back.</summary>
public abstract class LogTest : BallotTest
{
    /// <summary>People of Eastfield on the roll, all at once.</summary>
    protected async Task<IReadOnlyList<Voter>> CrowdAsync(int size, string name = "Voter")
    {
        var voters = new List<Voter>();
        await ChangeAsync(db =>
        {
            for (var i = 0; i < size; i++)
            {
                var email = $"{name}-{i}@example.org";
                var person = new Person { Id = Ids.New(Clock.GetUtcNow()), Name = $"{name} {i}", UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, CreatedAt = Clock.GetUtcNow() };
                var voter = new Voter(person.Id, Clock.GetUtcNow());
                Assert.True(PB.Neighbourhoods.Postcode.TryParse("MB1 1AA", out var postcode));
                voter.Declare(postcode, 34, Clock.GetUtcNow());
                db.AddRange(person, voter);
                voters.Add(voter);
            }

            return Task.CompletedTask;
        });
        return voters;
    }

    /// <summary>Casts through the one door, without the pages before it.</summary>
    protected async Task CastAsync(Round round, Voter voter, int replaces = 0, params int[] numbers)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        var box = scope.ServiceProvider.GetRequiredService<BallotBox>();
        Assert.Null(await box.CastAsync(voter, round, new BallotEntry(numbers, Channel.Web, $"{voter.Id}/{replaces}", replaces), TestContext.Current.CancellationToken));
    }

    protected async Task CastAllAsync(Round round, IEnumerable<Voter> voters)
    {
        foreach (var (voter, index) in voters.Select((voter, index) => (voter, index)))
            await CastAsync(round, voter, 0, 1 + index % 4);
    }

    /// <summary>Six days after the close Maya, who set the round up, asks, and Rita certifies.</summary>
    protected async Task CertifyAsync()
    {
        await MoveToAsync(Closing.AddDays(6));
        var maya = await SignedInAsync(await WithDbAsync(db => Task.FromResult(db.Users.Single(person => person.Name == "Maya Okoro"))));
        var rita = await SignedInAsync(await PersonAsync("Rita Shah", Role.Ratifier));
        var asked = await maya.PressAsync(await maya.OpenAsync("/rounds/eastfield-2027/requests/new?act=Certify"), "Ask a second person", ("Form.Reason", "The time for challenges is over."));
        var decided = await rita.PressAsync(await rita.OpenAsync(asked.Path), "Decide", ("Form.Approve", "true"), ("Form.Answer", "I have looked at it."));
        Assert.Empty(decided.Errors);
        Assert.Equal("certified", await AskOwnerAsync<string>("select state from rnd.round"));
    }

    protected Task SealAsync() => RunAsync<SealBallots>();

    protected Task SetAsync(string sql) => AskOwnerAsync<object>($"with done as ({sql} returning 1) select count(*) from done");

    /// <summary>Checks all of a round's log: leaves without a gap, hashes, batches, every head a prefix, every signature.</summary>
    protected async Task<(int Heads, int Ballots)> AuditAsync(Guid round)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
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

        using var key = LogKey.OfPoint(await AskOwnerAsync<byte[]>($"select log_public_key from rnd.round where id = '{round}'"));
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

    static async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            yield return reader;
    }
}

using System.Globalization;
using System.Text.Json;
using Npgsql;
using PB.Results;
using PB.Tally.Log;

namespace PB.Tests.Ballots;

/// <summary>Somebody with the whole database, but not the key, sets every column about voters beside every column about ballots.</summary>
public sealed class JoiningVotersToChoicesTests : LogTest
{
    const int Crowd = 150;

    // Everything that hangs on a voter, and on a counted ballot: whatever columns there are, their places in the table and their transactions.
    const string Voters = """
        set role pb_vote_owner;
        select m.voter_id::text, jsonb_strip_nulls(jsonb_build_object('mark', to_jsonb(m), 'xmin', m.xmin::text, 'place', row_number() over (order by m.ctid),
            'voter', jsonb_build_object('id', v.id, 'person', v.person_id, 'place', row_number() over (order by v.ctid)), 'mails', x.n, 'first mail', x.first, 'last mail', x.last))
        from register.mark m join register.voters v on v.id = m.voter_id
        left join (select split_part(key, '/', 3) as voter, count(*) as n, min(key) as first, max(key) as last from outbox.messages where key like 'ballot/%' group by 1) x on x.voter = v.id::text
        """;

    const string Ballots = """
        set role pb_vote_owner;
        select encode(s.tag, 'hex'), jsonb_strip_nulls(jsonb_build_object('ballot', to_jsonb(s), 'xmin', s.xmin::text, 'place', row_number() over (order by s.ctid),
            'head', b.sealed_at, 'versions', count(*) over (partition by s.tag), 'post', to_jsonb(p), 'post xmin', p.xmin::text, 'post place', row_number() over (order by p.ctid)))
        from ballotbox.sealed s join ballotbox.batch b on b.round_id = s.round_id and b.batch_no = s.batch_no left join ballotbox.submission p on p.leaf_hash = s.leaf_hash
        """;

    [Fact]
    public async Task After_the_certification_no_two_columns_join_better_than_chance_and_before_it_some_do()
    {
        var round = await OpenRoundAsync();
        await VoteOnTwoDaysAsync(round);
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();

        // The control: the day of the mark goes with the head, and how often somebody changed with how many versions there are.
        var before = await BestJoinsAsync(round.Id);
        Assert.Contains(before, join => join.Contains("mark.last_at ~ head", StringComparison.Ordinal));
        Assert.Contains(before, join => join.Contains("mark.version ~ versions", StringComparison.Ordinal));

        await CertifyAsync();

        Assert.Empty(await BestJoinsAsync(round.Id));
        Assert.Equal(0L, await AskOwnerAsync<long>("select (select count(*) from ballotbox.submission) + (select count(*) from outbox.messages where key like 'ballot/%') + (select count(*) from register.sightings)"));
        Assert.Equal("1 1", await AskOwnerAsync<string>("select count(distinct (version, last_at)) || ' ' || count(distinct xmin::text) from register.mark"));
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from ballotbox.sealed where num_nonnulls(nonce, area, class) > 0"));
        // What does not count is not known any more; what counts is published, and is.
        Assert.Equal(Crowd, await AskOwnerAsync<long>("select count(content) from ballotbox.sealed"));
    }

    [Fact]
    public async Task What_is_published_is_the_same_to_the_byte_before_and_after_the_forgetting()
    {
        var round = await OpenRoundAsync();
        await VoteOnTwoDaysAsync(round);
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
        var published = $"""
            select md5(string_agg(h::text, ',' order by h.leaf_index)) || (select md5(string_agg(b::text, ',' order by b.leaf_index)) from ballotbox.published_ballots('{round.Id}') b)
            from ballotbox.published_headers('{round.Id}') h
            """;
        var before = await AskOwnerAsync<string>(published);

        await CertifyAsync();

        Assert.Equal(before, await AskOwnerAsync<string>(published));
        Assert.Empty(await FaultsAsync("I30"));
    }

    [Theory]
    [InlineData("update ballotbox.sealed set content = '1'")]
    [InlineData("update ballotbox.sealed set area = '', class = ''")]
    [InlineData("update ballotbox.sealed set nonce = null, area = null, class = null, choices_commitment = leaf_hash, area_commitment = leaf_hash, class_commitment = leaf_hash, content = null")]
    [InlineData("update ballotbox.sealed s set nonce = null, area = null, class = null, content = null, choices_commitment = c.choices, area_commitment = c.area, class_commitment = c.class from ballotbox.sealed t, lateral ballotbox.commitments(t) c where t.leaf_index = s.leaf_index")]
    public async Task A_sealed_ballot_changes_in_no_other_way_and_no_sooner(string sql)
    {
        var round = await OpenRoundAsync();
        await CastAllAsync(round, await CrowdAsync(50));
        await SealAsync();
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var command = owner.CreateCommand(sql);

        Assert.Contains((await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState, (string[])["PB004", PostgresErrorCodes.CheckViolation]);
    }

    // A third changes it on the second day, and some keep changing.
    async Task VoteOnTwoDaysAsync(PB.Rounds.Round round)
    {
        var crowd = await CrowdAsync(Crowd);
        await CastAllAsync(round, crowd.Take(Crowd / 2));
        await SealAsync();
        await MoveToAsync(Opening.AddDays(2));
        await CastAllAsync(round, crowd.Skip(Crowd / 2));
        foreach (var (voter, index) in crowd.Skip(Crowd / 2).Take(Crowd / 3).Select((voter, index) => (voter, index)))
            for (var change = 1; change <= 1 + index % 3; change++)
                await CastAsync(round, voter, change, 1 + (index + change) % 4);
        await SealAsync();
    }

    /// <summary>Pairs of columns that say more than chance who cast what, as only the key's owner can tell.</summary>
    async Task<List<string>> BestJoinsAsync(Guid round)
    {
        var key = await File.ReadAllBytesAsync(Path.Combine(KeyFolder, $"{round}.key"), TestContext.Current.CancellationToken);
        var voters = (await ReadAsync(Voters)).ToDictionary(row => Convert.ToHexStringLower(VoterTag.Compute(key, round, Guid.Parse(row.Name))), row => row.Values);
        // The newest version of each: the rest counts for nothing.
        var ballots = (await ReadAsync(Ballots)).GroupBy(row => row.Name).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => int.Parse(row.Values["ballot.version"], CultureInfo.InvariantCulture)).Values);
        Assert.Equal(voters.Keys.Order(), ballots.Keys.Order());
        var tags = voters.Keys.Order().ToList();
        var (of, at) = (Columns(tags, voters), Columns(tags, ballots));
        // Five standard deviations of chance, so that a thousand pairs do not ring by themselves.
        var most = 5 / Math.Sqrt(tags.Count - 1);
        return [.. from a in of from b in at let found = Math.Abs(Correlation(a.Ranks, b.Ranks)) where found > most select $"{a.Name} ~ {b.Name}: {found:0.00}"];
    }

    static List<(string Name, double[] Ranks)> Columns(List<string> tags, Dictionary<string, Dictionary<string, string>> rows) =>
        [.. from name in rows.Values.SelectMany(row => row.Keys).Distinct() select (name, Ranks([.. tags.Select(tag => rows[tag].GetValueOrDefault(name, ""))]))];

    // Equal values share their rank. As numbers where they are numbers.
    static double[] Ranks(string[] values)
    {
        var numbers = values.All(value => decimal.TryParse(value, CultureInfo.InvariantCulture, out _));
        var order = numbers ? values.Distinct().OrderBy(value => decimal.Parse(value, CultureInfo.InvariantCulture)) : values.Distinct().Order(StringComparer.Ordinal);
        var (ranks, sofar) = (new Dictionary<string, double>(), 0);
        foreach (var value in order)
        {
            var same = values.Count(other => other == value);
            ranks[value] = sofar + same / 2.0;
            sofar += same;
        }

        return [.. values.Select(value => ranks[value])];
    }

    static double Correlation(double[] a, double[] b)
    {
        var (x, y) = (a.Average(), b.Average());
        var (xx, yy) = (a.Sum(v => (v - x) * (v - x)), b.Sum(v => (v - y) * (v - y)));
        return xx == 0 || yy == 0 ? 0 : a.Zip(b, (v, w) => (v - x) * (w - y)).Sum() / Math.Sqrt(xx * yy);
    }

    async Task<List<(string Name, Dictionary<string, string> Values)>> ReadAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var command = owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, Dictionary<string, string>)>();
        while (await reader.ReadAsync())
            rows.Add((reader.GetString(0), Flat(JsonDocument.Parse(reader.GetString(1)).RootElement, "").ToDictionary(x => x.Name, x => x.Value)));
        return rows;
    }

    static IEnumerable<(string Name, string Value)> Flat(JsonElement element, string name) => element.ValueKind is JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(part => Flat(part.Value, name.Length == 0 ? part.Name : $"{name}.{part.Name}"))
        : [(name, element.ToString())];
}

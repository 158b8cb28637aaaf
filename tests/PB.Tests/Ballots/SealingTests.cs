using Npgsql;
using PB.Results;

namespace PB.Tests.Ballots;

public sealed class SealingTests : LogTest
{
    [Fact]
    public async Task The_log_begins_with_the_frozen_rules_and_a_signed_head_before_any_ballot()
    {
        var round = await OpenRoundAsync();
        await Visitor().OpenAsync(Ballot);

        Assert.Equal((1, 0), await AuditAsync(round.Id));
        Assert.True(await AskOwnerAsync<bool>("""
            select e.body::json ->> 'rules' = encode(r.rules_hash, 'hex') and r.rules_hash = sha256(convert_to(r.rules, 'UTF8'))
            from ballotbox.event e join rnd.round r on r.id = e.round_id where e.leaf_index = 0
            """));
        Assert.Contains("0 ballots are sealed in the public log.", (await Visitor().OpenAsync("/rounds/eastfield-2027")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forty_nine_ballots_wait_and_fifty_are_sealed_in_the_order_of_their_hashes()
    {
        var round = await OpenRoundAsync();
        var crowd = await CrowdAsync(50);
        await CastAllAsync(round, crowd.Take(49));
        await SealAsync();
        Assert.Equal((1, 0), await AuditAsync(round.Id));

        await CastAllAsync(round, crowd.Skip(49));
        await SealAsync();

        Assert.Equal((2, 50), await AuditAsync(round.Id));
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
        Assert.True(await AskOwnerAsync<bool>("""
            select array_agg(leaf_hash order by leaf_index) = array_agg(leaf_hash order by leaf_hash) and array_agg(leaf_hash order by ctid) = array_agg(leaf_hash order by leaf_hash)
            from ballotbox.sealed
            """));
        var page = await Visitor().OpenAsync("/rounds/eastfield-2027");
        Assert.Contains("50 ballots are sealed in the public log.", page.Text, StringComparison.Ordinal);
        Assert.Contains(await AskOwnerAsync<string>("select encode(root, 'hex') from ballotbox.batch where batch_no = 1"), page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 6 * 60, 0)]
    [InlineData(10, 6 * 60 - 1, 0)]
    [InlineData(10, 6 * 60, 10)]
    public async Task After_six_hours_ten_are_enough_and_fewer_never_are_before_the_close(int waiting, int minutes, int logged)
    {
        var round = await OpenRoundAsync();
        await CastAllAsync(round, await CrowdAsync(waiting));
        await MoveToAsync(Opening.AddMinutes(minutes));

        await SealAsync();

        Assert.Equal((logged == 0 ? 1 : 2, logged), await AuditAsync(round.Id));
    }

    [Fact]
    public async Task A_sealed_ballot_is_still_shown_to_its_voter_and_can_be_changed()
    {
        var round = await OpenRoundAsync();
        var browser = await VotedAsync(await VoterAsync(), 2);
        await CastAllAsync(round, await CrowdAsync(49));
        await SealAsync();

        Assert.Contains("Trees", (await browser.OpenAsync($"{Ballot}/receipt")).Text, StringComparison.Ordinal);
        var page = await browser.PressAsync(await PressOnAsync(browser, await browser.OpenAsync($"{Ballot}/edit"), 3), "Send my ballot");
        Assert.Contains("Slide", page.Text, StringComparison.Ordinal);

        await CloseAndCountAsync();
        Assert.Equal((3, 51), await AuditAsync(round.Id));
        Assert.Equal(50, ResultDocument.Read(await AskOwnerAsync<string>("select document::text from results")).Count.Ballots);
        // Versions are 1..n under each tag, and only the newest counts.
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from (select 1 from ballotbox.sealed group by tag having max(version) <> count(*) or min(version) <> 1) gaps"));
        Assert.Equal("12 13", await AskOwnerAsync<string>($"select string_agg(times::text, ' ' order by content) from ballotbox.counted('{round.Id}') where content in ('2', '3')"));
    }

    [Fact]
    public async Task The_close_seals_what_is_left_says_how_many_and_lets_the_count_begin()
    {
        var round = await OpenRoundAsync();
        await CastAllAsync(round, await CrowdAsync(12));

        await CloseAndCountAsync();

        Assert.Equal((2, 12), await AuditAsync(round.Id));
        Assert.Equal("sealed", await AskOwnerAsync<string>("select state from rnd.round"));
        Assert.Equal("12 12 12 {\"web\":\"10\"}", (await AskOwnerAsync<string>("""
            select concat_ws(' ', body::json ->> 'ballots', body::json ->> 'tags', body::json ->> 'voters', body::json ->> 'channels') from ballotbox.event where type = 'close'
            """)).Replace(" : ", ":", StringComparison.Ordinal).Replace("{ ", "{", StringComparison.Ordinal).Replace(" }", "}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Casting_and_sealing_at_once_loses_no_ballot_and_doubles_none()
    {
        var round = await OpenRoundAsync();
        await Visitor().OpenAsync(Ballot);
        var crowd = await CrowdAsync(240);
        await AskOwnerAsync<object>("update rnd.round set min_batch = 5 returning 1");
        using var over = new CancellationTokenSource();
        var sealing = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
                await SealAsync();
        })).ToList();

        await Task.WhenAll(crowd.Chunk(30).Select(part => Task.Run(async () =>
        {
            foreach (var voter in part)
                await CastAsync(round, voter, 0, 1);
            foreach (var voter in part.Take(10))
                await CastAsync(round, voter, 1, 2);
        })));
        await over.CancelAsync();
        await Task.WhenAll(sealing);
        await CloseAndCountAsync();

        var (heads, ballots) = await AuditAsync(round.Id);
        Assert.Equal(320, ballots);
        Assert.True(heads > 3, $"{heads} heads");
        Assert.Equal("320 240 320 240", await AskOwnerAsync<string>("""
            select concat_ws(' ', (select sum(version) from register.mark), (select count(*) from register.mark), (select count(*) from ballotbox.submission),
                (select count(distinct tag) from ballotbox.sealed))
            """));
        Assert.Equal(240, ResultDocument.Read(await AskOwnerAsync<string>("select document::text from results")).Count.Ballots);
    }

    [Theory]
    [InlineData("update ballotbox.sealed set content = '4'")]
    [InlineData("delete from ballotbox.sealed")]
    [InlineData("truncate ballotbox.sealed")]
    [InlineData("update ballotbox.batch set tree_size = tree_size")]
    [InlineData("delete from ballotbox.event")]
    [InlineData("truncate ballotbox.batch")]
    [InlineData("delete from ballotbox.inbox")]
    [InlineData("update ballotbox.inbox set content = '4'")]
    public async Task Nobody_changes_the_log_not_even_its_owner(string sql)
    {
        var round = await OpenRoundAsync();
        var crowd = await CrowdAsync(51);
        await CastAllAsync(round, crowd.Take(50));
        await SealAsync();
        await CastAllAsync(round, crowd.Skip(50));
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var command = owner.CreateCommand(sql);

        Assert.Equal("PB004", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task A_last_batch_a_count_or_a_second_version_one_cannot_be_had_while_voting_is_open()
    {
        var round = await OpenRoundAsync();
        await CastAllAsync(round, await CrowdAsync(50));
        await SealAsync();
        await using var web = NpgsqlDataSource.Create(Database.Web);

        foreach (var sql in (string[])["ballotbox.seal('{0}', true)", "ballotbox.end_log('{0}')", "ballotbox.counted('{0}')", "ballotbox.published_ballots('{0}')"])
        {
            await using var command = web.CreateCommand($"select * from {sql.Replace("{0}", round.Id.ToString(), StringComparison.Ordinal)}");
            Assert.Equal("PB005", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }

    async Task CloseAndCountAsync()
    {
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
    }
}

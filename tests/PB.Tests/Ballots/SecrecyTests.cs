using System.Net;
using Npgsql;
using PB.Results;

namespace PB.Tests.Ballots;

public sealed class SecrecyTests : BallotTest
{
    [Theory]
    [InlineData("select count(*) from ballotbox.inbox")]
    [InlineData("select count(*) from ballotbox.submission")]
    [InlineData("select count(*) from register.mark")]
    [InlineData("delete from ballotbox.inbox")]
    [InlineData("update register.mark set version = 9")]
    [InlineData("truncate register.mark")]
    [InlineData("update rnd.round set closes_at = closes_at + interval '1 day'")]
    [InlineData("insert into ballotbox.inbox select * from ballotbox.inbox")]
    [InlineData("select count(*) from ballotbox.sealed")]
    [InlineData("update ballotbox.sealed set content = '1'")]
    [InlineData("delete from ballotbox.batch")]
    [InlineData("insert into ballotbox.event values (gen_random_uuid(), 9, 'annul', '', '')")]
    [InlineData("select ballotbox.append_event(gen_random_uuid(), 'annul', '{}')")]
    [InlineData("select * from ballotbox.versions(gen_random_uuid(), '')")]
    [InlineData("select * from ballotbox.counting(gen_random_uuid())")]
    public async Task The_web_process_cannot_look_into_the_box_or_change_it(string sql)
    {
        await OpenRoundAsync();
        await VotedAsync(await VoterAsync(), 1);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await RefusedAsync(sql)).SqlState);
    }

    [Fact]
    public async Task Nobody_counts_before_the_close()
    {
        var round = await OpenRoundAsync();
        await VotedAsync(await VoterAsync(), 1);

        Assert.Equal("PB005", (await RefusedAsync($"select * from ballotbox.counted('{round.Id}')")).SqlState);
    }

    const string Alone = "cast_ballot(gen_random_uuid(), gen_random_uuid(), 'web', 'declared', '\\x', 1, '\\x', '\\x', '1', '', '\\x', '\\x', gen_random_uuid(), '', '')",
        Together = "cast_handful(gen_random_uuid(), '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')";

    [Theory]
    [InlineData("repeatable read", Alone)]
    [InlineData("serializable", Alone)]
    [InlineData("repeatable read", Together)]
    public async Task A_ballot_is_cast_under_read_committed_only(string level, string door)
    {
        var failure = await RefusedAsync($"""
            begin isolation level {level};
            select ballotbox.{door}
            """);

        Assert.Equal("25001", failure.SqlState);
    }

    [Fact]
    public async Task A_voters_own_choices_are_shown_while_voting_is_open_and_to_nobody_afterwards()
    {
        var round = await OpenRoundAsync();
        var amina = await VoterAsync();
        var browser = await VotedAsync(amina, 2, 4);
        Assert.Contains("Trees", (await browser.OpenAsync($"{Ballot}/receipt")).Text, StringComparison.Ordinal);

        await MoveToAsync(Closing);

        var receipt = await browser.OpenAsync($"{Ballot}/receipt");
        Assert.Equal("You voted in this round", receipt.Heading);
        Assert.DoesNotContain("Trees", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(0L, await AskOwnerAsync<long>($"""
            select count(*) from ballotbox.inbox b, lateral ballotbox.my_ballot('{round.Id}', b.tag) m where m.content is not null
            """));
    }

    [Fact]
    public async Task Another_voters_choices_are_nowhere_to_be_had()
    {
        await OpenRoundAsync();
        await VotedAsync(await VoterAsync(), 2, 3);
        var bryn = await SignedInAsync(await VoterAsync("Bryn Parry"));

        Assert.Empty(Ticked(await bryn.OpenAsync($"{Ballot}/edit")));
        Assert.Equal(Ballot, (await bryn.OpenAsync($"{Ballot}/receipt")).Path);
        Assert.StartsWith("/sign-in", (await Visitor().OpenAsync($"{Ballot}/receipt")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_a_result_before_it_is_published_staff_included()
    {
        await OpenRoundAsync();
        await VotedAsync(await VoterAsync(), 1);
        var staff = await SignedInAsync(await AdministratorAsync());
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();

        foreach (var path in (string[])["result", "result.json", "result.csv"])
            foreach (var browser in (Town.Browser[])[staff, Visitor()])
            {
                var page = await browser.OpenAsync($"/rounds/eastfield-2027/{path}");
                Assert.Equal(HttpStatusCode.NotFound, page.Status);
                Assert.DoesNotContain("Benches", page.Text, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task No_column_of_the_box_leads_to_a_person_a_time_or_an_order()
    {
        Assert.Equal("", await AskOwnerAsync<string>("""
            select coalesce(string_agg(table_name || '.' || column_name, ', '), '') from information_schema.columns
            where table_schema = 'ballotbox' and table_name in ('inbox', 'sealed', 'submission') and (
                data_type like 'timestamp%' or data_type in ('date', 'inet', 'json', 'jsonb') or is_identity = 'YES' or column_default is not null
                or column_name ~ '(voter|person|people|phone|mail|ip|address|time|date|seq|_at$)')
            """));
        Assert.Equal("rnd.round", await AskOwnerAsync<string>("""
            select string_agg(distinct confrelid::regclass::text, ', ') from pg_constraint
            where contype = 'f' and connamespace = 'ballotbox'::regnamespace
            """));
    }

    [Fact]
    public async Task Equal_choices_of_two_people_do_not_look_equal_among_the_submissions()
    {
        await OpenRoundAsync();
        await VotedAsync(await VoterAsync(), 1);
        await VotedAsync(await VoterAsync("Bryn Parry"), 1);

        Assert.Equal(2L, await AskOwnerAsync<long>("select count(distinct request_mac) from ballotbox.submission"));
    }

    async Task<PostgresException> RefusedAsync(string sql)
    {
        await using var web = NpgsqlDataSource.Create(Database.Web);
        await using var command = web.CreateCommand(sql);
        return await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }
}

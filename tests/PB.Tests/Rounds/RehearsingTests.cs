using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Proposals;
using PB.Results;
using PB.Screening;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Rounds;

public sealed class RehearsingTests : TownTest
{
    const string Rehearsal = "/rounds/eastfield-2027/rehearsal";

    Browser maya = null!;

    protected override async Task SettleAsync()
    {
        var eastfield = await NeighbourhoodAsync();
        var manager = await ManagerAsync(eastfield);
        await DraftRoundAsync(eastfield, manager);
        maya = await SignedInAsync(manager);
    }

    [Fact]
    public async Task A_manager_sees_the_whole_round_run_before_it_opens()
    {
        var page = await maya.PressAsync(await maya.OpenAsync(Rehearsal), "Rehearse the round");

        Assert.EndsWith("REHEARSAL", page.Heading, StringComparison.Ordinal);
        Assert.Contains("60 made-up voters sent a ballot each, and all were taken.", page.Text, StringComparison.Ordinal);
        Assert.Contains("REHEARSAL: these voters and votes are made up.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1. Made-up project 1", page.Text, StringComparison.Ordinal);
        Assert.Equal(60L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from ballotbox.sealed where leaf_index > 0"));
    }

    [Fact]
    public async Task Nothing_of_it_is_left_when_it_is_wiped()
    {
        var before = await RowsAsync();
        var page = await maya.PressAsync(await maya.OpenAsync(Rehearsal), "Rehearse the round");
        Assert.NotEqual(before, await RowsAsync());
        var id = await AskOwnerAsync<Guid>("select id from rounds where is_rehearsal");
        Assert.NotEmpty(Directory.GetFiles(KeyFolder, $"{id}*"));

        await maya.PressAsync(page, "Wipe the rehearsal");

        Assert.Equal(before, await RowsAsync());
        Assert.Empty(Directory.GetFiles(KeyFolder, $"{id}*"));
        var reason = await WithDbAsync(db => db.Journal.Where(entry => entry.Act == "Wiped a rehearsal of the round").Select(entry => entry.Reason).SingleAsync());
        Assert.Matches("^Rows before: [1-9][0-9]{2}. Rows after: 0.$", reason);
        Assert.Contains("See the whole round run", (await maya.OpenAsync(Rehearsal)).Text, StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync("I13"));
        Assert.Empty(await FaultsAsync("I25"));
    }

    [Fact]
    public async Task Projects_that_exclude_each_other_do_so_in_the_rehearsal_too()
    {
        await ChangeAsync(async db =>
        {
            var round = await WholeRoundAsync(db, (await db.Rounds.SingleAsync()).Id);
            round.Announce(Clock.GetUtcNow());
            foreach (var number in new[] { 2, 5 })
            {
                var project = new Proposal(round.Id, Provenance.Imported, Clock.GetUtcNow());
                project.Import(number, $"{number}", $"Project {number}", "", new Money(100_00), Clock.GetUtcNow());
                db.Add(project);
            }

            db.Add(new Exclusion(round.Id, (2, 5), (round.ConfiguredBy, true, "Both want the green."), Clock.GetUtcNow()));
        });

        var page = await maya.PressAsync(await maya.OpenAsync(Rehearsal), "Rehearse the round");

        Assert.Contains("2. Project 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("5. Project 5", page.Text, StringComparison.Ordinal);
        Assert.Single(ResultDocument.Read(await WithDbAsync(db => db.Results.Select(result => result.Document).SingleAsync())).Count.Funded);
    }

    [Fact]
    public async Task Nobody_else_sees_anything_of_it()
    {
        await maya.PressAsync(await maya.OpenAsync(Rehearsal), "Rehearse the round");
        var slug = await AskOwnerAsync<string>("select slug from rounds where is_rehearsal");

        foreach (var browser in (Town.Browser[])[Visitor(), maya])
        {
            foreach (var path in (string[])["", "/ballot", "/result", "/result.json", "/proposals"])
                Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/rounds/{slug}{path}")).Status);
            foreach (var path in (string[])["/", "/neighbourhoods/eastfield"])
                Assert.DoesNotContain("rehearsal", (await browser.OpenAsync(path)).Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.StartsWith("/sign-in", (await Visitor().OpenAsync(Rehearsal)).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await OfficerAsync())).OpenAsync(Rehearsal)).Status);
    }

    [Fact]
    public async Task The_jobs_leave_it_alone_and_nobody_is_written_to()
    {
        await maya.PressAsync(await maya.OpenAsync(Rehearsal), "Rehearse the round");
        await MoveToAsync(Start.AddDays(1));

        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();

        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from results where published_at is null"));
        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync()));
    }

    // The negative control: what lets go of a rehearsal lets go of nothing else.
    [Fact]
    public async Task A_real_round_cannot_be_wiped()
    {
        var id = await AskOwnerAsync<Guid>("select id from rounds");
        await using var web = NpgsqlDataSource.Create(Database.Web);

        foreach (var (sql, refusal) in (((string, string)[])[
            ($"select rnd.wipe_rehearsal('{id}')", "PB009"), ($"select rnd.end_rehearsal_voting('{id}')", "PB009"), ("update rounds set is_rehearsal = true", "PB002")]))
        {
            await using var command = web.CreateCommand(sql);
            Assert.Equal(refusal, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }

    [Fact]
    public async Task There_is_none_once_voting_has_opened()
    {
        await ChangeAsync(async db => (await WholeRoundAsync(db, (await db.Rounds.SingleAsync()).Id)).Announce(Clock.GetUtcNow()));
        await MoveToAsync(Opening);

        Assert.Equal(HttpStatusCode.Forbidden, (await maya.OpenAsync(Rehearsal)).Status);
    }

    // How many rows each table has; the journal keeps what was done, and nothing else may grow.
    async Task<string> RowsAsync()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        var tables = new List<string>();
        await using (var command = owner.CreateCommand("select format('%I.%I', table_schema, table_name) from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'journal') order by 1"))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        var rows = new List<string>();
        foreach (var table in tables)
            rows.Add($"{table} {await AskOwnerAsync<long>($"select count(*) from {table}")}");
        return string.Join('\n', rows);
    }
}

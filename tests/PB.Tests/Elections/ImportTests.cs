using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Neighbourhoods;
using PB.Proposals;
using PB.Results;
using PB.Rounds;
using PB.Tally;
using PB.Tally.Files;
using PB.Tests.Town;

namespace PB.Tests.Elections;

public sealed class ImportTests : TownTest
{
    const string EveryTable = """
        select string_agg(format('%s.%s=%s', schemaname, tablename,
            (xpath('//n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, tablename), false, true, '')))[1]), ' ' order by schemaname, tablename)
        from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'quartz') and tablename <> 'data_protection_keys'
        """;

    [Fact]
    public async Task An_election_becomes_a_round_that_is_counted_like_any_other()
    {
        var made = await ImportAsync(SmallElection.Text(meta: "max_length;2"));
        await MoveToAsync(made.ClosesAt);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();

        Assert.Equal("marlbridge-laka-2027", made.Slug);
        var result = ResultDocument.Read(await WithDbAsync(db => db.Results.Select(r => r.Document).SingleAsync()));
        Assert.Equal([1, 3], result.Count.Funded);
        Assert.Equal(60, result.Count.Ballots);
        Assert.Equal(new Money(1000_50), result.Count.Budget);
        var first = await WithDbAsync(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Number == 1));
        Assert.Equal(("A/1", "Benches; and a \"tree\"", new Money(800_25), Provenance.Imported), (first.Reference, first.Title, first.Price, first.Provenance));
        Assert.Equal(["marlbridge", "marlbridge-laka"], await WithDbAsync(db => db.Neighbourhoods.OrderBy(n => n.Slug).Select(n => n.Slug).ToListAsync()));
    }

    [Fact]
    public async Task Every_imported_ballot_is_one_as_if_it_had_been_cast()
    {
        var made = await ImportAsync(SmallElection.Text());

        Assert.Equal("60 60 60 60", await AskOwnerAsync<string>("""
            select concat_ws(' ', (select count(*) from register.voters), (select count(*) from register.mark where channel = 'imported'),
                (select count(distinct leaf_hash) from ballotbox.inbox), (select count(*) from ballotbox.submission s join ballotbox.inbox using (leaf_hash)))
            """));
        Assert.True(await AskOwnerAsync<bool>("select array_agg(leaf_hash order by ctid) = array_agg(leaf_hash order by leaf_hash) from ballotbox.inbox"));
        Assert.Equal(0L, await AskOwnerAsync<long>($"select count(*) from rnd.round where id <> '{made.RoundId}'"));
    }

    [Fact]
    public async Task The_same_election_can_be_imported_again_beside_the_first()
    {
        var first = await ImportAsync(SmallElection.Text());
        var second = await ImportAsync(SmallElection.Text());

        Assert.Equal([first.Slug, first.Slug + "-2"], [first.Slug, second.Slug]);
        Assert.Equal(2, await WithDbAsync(db => db.Set<Neighbourhood>().CountAsync()));
    }

    [Fact]
    public async Task A_file_cut_in_half_is_refused_with_its_line_and_nothing_is_imported()
    {
        var whole = SmallElection.Text();
        var path = Path.Combine(Directory.CreateTempSubdirectory("pb-import-").FullName, "half.pb");
        await File.WriteAllTextAsync(path, whole[..(whole.Length / 2)]);
        var before = await AskOwnerAsync<string>(EveryTable);

        var (exitCode, _, errors) = await SiteProcess.RunAsync(Database, Path.GetDirectoryName(path)!, [], "import", path);

        Assert.Equal(1, exitCode);
        Assert.Matches("half\\.pb, line [0-9]+: .{20,}", errors);
        Assert.Equal(before, await AskOwnerAsync<string>(EveryTable));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Theory]
    [InlineData("max_length;1", "greedy", "approval", "This ballot chooses more projects than max_length.")]
    [InlineData("max_sum_cost;1000.50", "equalshares", "approval", "PB cannot count by so far. Say --rule greedy")]
    [InlineData("max_sum_cost;900", "greedy", "approval", "PB limits a ballot by the whole pot only.")]
    [InlineData("min_length;two", "greedy", "approval", "min_length is 'two', which is not a whole number.")]
    [InlineData("language;en", "greedy", "ordinal", "PB takes approval and choose-1 so far.")]
    [InlineData("language;en", "greedy-exclusive", "approval", "Name them: --exclusive 201,1932")]
    public async Task What_PB_cannot_take_is_refused_with_its_line_and_nothing_is_imported(string meta, string rule, string voteType, string reason)
    {
        var before = await AskOwnerAsync<string>(EveryTable);

        var refused = await Assert.ThrowsAsync<PabulibException>(() => ImportAsync(SmallElection.Text(6, meta, rule, voteType)));

        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.True(refused.Line > 0, refused.Line.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(before, await AskOwnerAsync<string>(EveryTable));
    }

    async Task<ImportedElection> ImportAsync(string text)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var db = PbContext.On(owner);
        return await new ElectionImport(db, Hall.Services.GetRequiredService<RoundKeys>(), Clock).ImportAsync(
            SmallElection.Read(text), new ElectionImportOptions { Source = "made-up.pb" }, TestContext.Current.CancellationToken);
    }
}

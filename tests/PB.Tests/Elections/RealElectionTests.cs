using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Results;
using PB.Rounds;
using PB.Tally.Files;
using PB.Tests.Results;
using PB.Tests.Town;

namespace PB.Tests.Elections;

public sealed class RealElectionTests : TownTest
{
    // The largest, and one with a threshold: to verify them all would take as long as all else here.
    static readonly string[] Verified = ["Poland_Wroclaw_2015_from_500", "Poland_Warszawa_2026"];

    public static TheoryData<string> CountedByVotes
    {
        get
        {
            var names = ElectionFolder.Names.Where(IsCountedByVotes).ToList();
            return names.Count > 0 ? [.. names] : [""];
        }
    }

    [Theory, MemberData(nameof(CountedByVotes))]
    public async Task A_citys_ballots_go_the_ordinary_way_and_give_the_citys_winners_and_a_pack_that_verifies(string name)
    {
        var file = Read(name);
        var made = await ImportAsync(file, name);
        await MoveToAsync(made.ClosesAt);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();

        Assert.NotNull(await WithDbAsync(db => db.Rounds.Where(round => round.Id == made.RoundId).Select(round => round.PublishedAt).SingleAsync()));
        var result = ResultDocument.Read(await WithDbAsync(db => db.Results.Select(r => r.Document).SingleAsync()));
        var references = await WithDbAsync(db => db.Proposals.ToDictionaryAsync(p => p.Number!.Value, p => p.Reference!));
        Assert.Equal(file.Votes.Length, result.Count.Ballots);
        Assert.Equal(Winners(file, name).Order(StringComparer.Ordinal), result.Count.Funded.Select(number => references[number]).Order(StringComparer.Ordinal));
        if (!Verified.Contains(name)) return;

        await RunAsync<PackCountedRounds>();
        await Verifiers.AssertPassAsync(Visitor(), made.Slug, "PASS 13.1");
    }

    async Task<ImportedElection> ImportAsync(PabulibFile file, string name)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var db = PbContext.On(owner);
        // Which two excluded each other in Bielany stands in the file's comment only.
        IReadOnlyList<string>[] exclusive = file.Meta["rule"] == "greedy-exclusive" ? [["201", "1932"]] : [];
        return await new ElectionImport(db, Hall.Services.GetRequiredService<RoundKeys>(), Clock).ImportAsync(
            file, new ElectionImportOptions { Source = name, Exclusive = exclusive }, TestContext.Current.CancellationToken);
    }

    /// <summary>Whom the city funded; where the file does not say, whom the academic reference would, except those without any vote.</summary>
    static IEnumerable<string> Winners(PabulibFile file, string name)
    {
        if (file.Projects.Any(project => project.Selected is not null))
            return file.Projects.Where(project => project.Selected == 1).Select(project => project.Id);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(ElectionFolder.PathOf(name), ".expected.json")));
        var voted = file.Votes.SelectMany(vote => vote.Projects).Select(position => file.Projects[position].Id).ToHashSet();
        return [.. expected.RootElement.GetProperty("results").GetProperty("greedy_cost").GetProperty("selected").EnumerateArray()
            .Select(id => id.GetString()!).Where(voted.Contains)];
    }

    static bool IsCountedByVotes(string name)
    {
        var meta = File.ReadLines(ElectionFolder.PathOf(name)).TakeWhile(line => line != "PROJECTS").Select(line => line.Trim().Split(';')).ToList();
        string Value(string key) => meta.Find(row => row[0] == key)?[1] ?? "";
        return Value("vote_type") is "approval" or "choose-1" && Value("rule").StartsWith("greedy", StringComparison.Ordinal);
    }

    static PabulibFile Read(string name)
    {
        using var stream = File.OpenRead(ElectionFolder.PathOf(name));
        return PabulibFile.Read(stream);
    }
}

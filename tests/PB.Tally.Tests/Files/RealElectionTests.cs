using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

public sealed class RealElectionTests
{
    public static TheoryData<string> Names => RealElections.Names;

    public static TheoryData<string> WithOfficialWinners => RealElections.WithOfficialWinners;

    [Theory, MemberData(nameof(Names))]
    public void Most_votes_first_funds_what_the_academic_reference_funds(string name)
    {
        var file = RealElections.Read(name);
        var expected = RealElections.Expected(name).GetProperty("results").GetProperty("greedy_cost");
        var count = new GreedyRule { RequireSupport = false }.Count(RealElections.ById(name));
        var projects = file.InOrder(ProjectOrder.Id);
        Assert.Equal(Ids(expected, "selected"), count.Funded.Select(number => projects[number - 1].Id));
        Assert.Equal(expected.GetProperty("total_cost").GetString(), Decimal(count.Spent, file.Currency));
    }

    [Theory, MemberData(nameof(WithOfficialWinners))]
    public void The_citys_own_rule_gives_the_official_winners(string name)
    {
        var file = RealElections.Read(name);
        var official = RealElections.Expected(name).GetProperty("official");
        var count = RuleOf(file).Count(file.ToElection());
        var winners = Winners(file, count, Outcome.Funded);
        Assert.Equal(Ids(official, "selected_1").Order(StringComparer.Ordinal), winners);
        Assert.Equal(Ids(official, "selected_2").Order(StringComparer.Ordinal), Winners(file, count, Outcome.ToppedUp));
        Assert.Equal(winners, file.Projects.Where(project => project.Selected == 1).Select(project => project.Id).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_recount_of_votes_equals_the_files_own(string name)
    {
        var file = RealElections.Read(name);
        var listed = file.Votes.SelectMany(vote => vote.Projects).CountBy(position => position).ToDictionary();
        for (var i = 0; i < file.Projects.Length; i++)
            Assert.Equal(file.Projects[i].Columns["votes"], listed.GetValueOrDefault(i).ToString(CultureInfo.InvariantCulture));
    }

    static GreedyRule RuleOf(PabulibFile file)
    {
        var threshold = int.Parse(file.Meta.GetValueOrDefault("min_project_score_threshold", "0"), CultureInfo.InvariantCulture);
        return file.Meta["rule"] switch
        {
            "greedy" or "greedy-threshold" => new() { MinimumVotes = threshold },
            "greedy-no-skip" => new() { MinimumVotes = threshold, WhenItDoesNotFit = WhenItDoesNotFit.Stop },
            "greedy-exclusive" => new() { MinimumVotes = threshold, ExclusiveGroups = DeclaredByPeople(file) },
            "greedy-custom" => new() { MinimumVotes = threshold, WhenItDoesNotFit = WhenItDoesNotFit.TopUp, MinimumSharePercent = 80 },
            var other => throw new NotSupportedException(other),
        };
    }

    // Bielany 2022: comment #2 of the file says which two could not both be built.
    static ImmutableArray<ImmutableArray<int>> DeclaredByPeople(PabulibFile file) =>
        file.Meta["instance"] == "2022" && file.Meta["comment"].Contains("projects 201 and 1932", StringComparison.Ordinal)
            ? [[NumberOf(file, "201"), NumberOf(file, "1932")]]
            : [];

    static int NumberOf(PabulibFile file, string id) => file.Projects.Select(project => project.Id).ToList().IndexOf(id) + 1;

    static IEnumerable<string> Winners(PabulibFile file, Count count, Outcome outcome) =>
        count.Steps.Where(step => step.Outcome == outcome).Select(step => file.Projects[step.Number - 1].Id).Order(StringComparer.Ordinal);

    static IEnumerable<string> Ids(JsonElement parent, string property) => parent.GetProperty(property).EnumerateArray().Select(id => id.GetString()!);

    static string Decimal(Money money, Currency currency) =>
        (money.MinorUnits / (decimal)currency.MinorPerMajor).ToString("0.####", CultureInfo.InvariantCulture);
}

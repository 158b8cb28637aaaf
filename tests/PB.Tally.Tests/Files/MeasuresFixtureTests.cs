using System.Text.Json;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

public sealed class MeasuresFixtureTests
{
    public static TheoryData<string> Names => RealElections.Names;

    [Theory, MemberData(nameof(Names))]
    public void The_measures_of_most_votes_first_are_the_references(string name)
    {
        var (file, results) = (RealElections.Read(name), RealElections.Expected(name).GetProperty("results"));
        if (!results.TryGetProperty("metrics_of_greedy_cost", out var expected)) return;
        var election = RealElections.ById(name);
        var count = Rules.Named("greedy_cost", new(file.Currency.MinorPerMajor))!.Count(election);
        var measures = Measures.Of(election, count, [.. Categories(file)]);
        Assert.Equal(Exact(expected, "avg_satisfaction_cost"), measures.AverageMoney / file.Currency.MinorPerMajor);
        Assert.Equal(Exact(expected, "avg_satisfaction_card"), measures.AverageProjects);
        Assert.Equal(Exact(expected, "percent_non_empty_handed"), 1 - measures.ShareWithNothing);
        Assert.Equal(expected.GetProperty("gini_card").GetDouble(), (double)measures.Inequality.ToDecimal(20), 1e-12);
        if (expected.GetProperty("category_proportionality") is { ValueKind: JsonValueKind.Number } proportionality)
            Assert.Equal(proportionality.GetDouble(), Proportionality(measures), 1e-9);
    }

    // The reference's formula: how far spending and ballots are apart, over all categories.
    static double Proportionality(Measures measures) =>
        Math.Exp(-measures.Areas.Average(area => Math.Pow((double)area.ShareOfSpending.ToDecimal(20) - (double)area.ShareOfBallots, 2)));

    static IEnumerable<Area> Categories(PabulibFile file) => file.InOrder(ProjectOrder.Id)
        .SelectMany((project, i) => (project.Columns.GetValueOrDefault("category") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(category => (Category: category, Number: i + 1)))
        .GroupBy(pair => pair.Category, pair => pair.Number, StringComparer.Ordinal)
        .Select(category => new Area(category.Key, [.. category.Distinct()]));

    static Fraction Exact(JsonElement expected, string property) => Fraction.Parse(expected.GetProperty(property).GetString()!);
}

using System.Globalization;
using System.Text.Json;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

public sealed class GreedyFixtureTests
{
    public static TheoryData<string> Names => RealElections.Names;

    public static TheoryData<string> ByScore => ["Poland_Katowice_2020", "Poland_Krakow_2021", "Poland_Krakow_2022_Czyzyny", "Poland_Krakow_2025_Zwierzyniec"];

    [Theory, MemberData(nameof(Names))]
    public void Each_satisfaction_funds_what_the_references_fund_in_their_order(string name)
    {
        var (file, expected) = (RealElections.Read(name), RealElections.Expected(name));
        var (election, projects) = (RealElections.ById(name), file.InOrder(ProjectOrder.Id));
        var rules = Outcomes(expected).Where(outcome => outcome.Name.StartsWith("greedy_", StringComparison.Ordinal)).ToList();
        Assert.True(rules.Count >= 2);
        Assert.All(rules, outcome =>
        {
            var count = Rules.Named(outcome.Name, new(file.Currency.MinorPerMajor))!.Count(election, Detail.Decisions);
            Assert.Equal(outcome.Name, count.Rule);
            Assert.Equal(Texts(outcome.Value.GetProperty("selected")), count.Funded.Select(number => projects[number - 1].Id));
            Assert.Equal(outcome.Value.GetProperty("total_cost").GetString(), Decimal(count.Spent, file.Currency));
        });
    }

    [Theory, MemberData(nameof(ByScore))]
    public void Points_and_places_added_up_give_the_official_winners_and_scores(string name)
    {
        var file = RealElections.Read(name);
        var satisfaction = file.VoteType == VoteType.Ordinal ? Satisfaction.Borda : Satisfaction.Points;
        var least = file.Meta.TryGetValue("min_project_score_threshold", out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : (long?)null;
        var count = new GreedyRule { Satisfaction = satisfaction, Order = GreedyOrder.Score, MinimumScore = least }.Count(file.ToElection());
        var official = Texts(RealElections.Expected(name).GetProperty("official").GetProperty("selected_1"));
        Assert.Equal(official.Order(StringComparer.Ordinal), count.Funded.Select(number => file.Projects[number - 1].Id).Order(StringComparer.Ordinal));
        Assert.All(count.Steps, step => Assert.Equal(file.Projects[step.Number - 1].Columns["score"], step.Why!.Score.ToString()));
    }

    static IEnumerable<JsonProperty> Outcomes(JsonElement expected) => expected.GetProperty("results").EnumerateObject()
        .Concat(expected.TryGetProperty("independent_exact", out var second) && second.TryGetProperty("results", out var results) ? results.EnumerateObject() : []);

    static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString()!);

    static string Decimal(Money money, Currency currency) =>
        (money.MinorUnits / (decimal)currency.MinorPerMajor).ToString("0.####", CultureInfo.InvariantCulture);
}

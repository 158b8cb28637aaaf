namespace PB.Tally.Tests.Files;

/// <summary>No expected outcome is overlooked: every name in the files of expected outcomes is a rule of ours and compared, or stands here with the reason.</summary>
public sealed class KnownRulesTests
{
    static readonly Dictionary<string, string> NotCompared = new()
    {
        ["metrics_of_greedy_cost"] = "measures of an outcome, compared in MeasuresFixtureTests",
    };

    // What the tests of these folders compare: the beginning of the names that each takes.
    static readonly string[] Compared = ["mes_", "greedy_", "maxwelfare_", .. SequentialRuleTests.Known];

    [Fact]
    public void Every_expected_outcome_is_of_a_rule_that_has_a_name_and_is_compared()
    {
        Assert.SkipUnless(RealElections.Rules.Any(), "No real elections here.");
        Assert.All(RealElections.Rules.Select(pair => pair.Rule).Distinct().Except(NotCompared.Keys), name =>
        {
            var plain = new[] { "_eqs_ties", "_no_exhaustive_stop", "_in_selection_order" }.Aggregate(name, (rest, ending) => rest.Replace(ending, "", StringComparison.Ordinal));
            Assert.Contains(plain, Rules.Names);
            Assert.Contains(Compared, beginning => plain.StartsWith(beginning, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_rule_of_ours_has_its_own_name() =>
        Assert.All(Rules.Names, name => Assert.Equal(name, Rules.Named(name, new Money(100))!.Name));
}

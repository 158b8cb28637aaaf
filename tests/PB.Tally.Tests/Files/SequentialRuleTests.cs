using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

/// <summary>Rules that fund one project after another, on real elections, against the academic reference and a second exact count.</summary>
public sealed class SequentialRuleTests
{
    internal static readonly string[] Known = ["phragmen", "maximin_support", "ees_card", "ees_card_addopt", "bos", "cstv_ewt", "cstv_ewtc", "cstv_ewts", "cstv_mt", "cstv_mtc", "cstv_mts"];

    public static TheoryData<string, string> Expected => [.. Known.SelectMany(rule => RealElections.With("results", rule).Select(row => (rule, row.Data)))];

    public static TheoryData<string> WithPhragmenInOrder => RealElections.With("independent_exact", "phragmen_in_selection_order");

    [Theory, MemberData(nameof(Expected))]
    public void A_rule_funds_what_the_academic_reference_funds(string rule, string name)
    {
        var (expected, funded) = (RealElections.Selected(name, "results", rule), Funded(name, rule));
        if (!RealElections.IsOrdered(name, rule)) (expected, funded) = (expected.Order(StringComparer.Ordinal), funded.Order(StringComparer.Ordinal));
        Assert.Equal(expected, funded);
    }

    [Theory, MemberData(nameof(WithPhragmenInOrder))]
    public void Phragmen_funds_in_the_order_of_a_second_exact_count(string name) =>
        Assert.Equal(RealElections.Selected(name, "independent_exact", "phragmen_in_selection_order"), Funded(name, "phragmen"));

    static IEnumerable<string> Funded(string name, string rule)
    {
        var file = RealElections.Read(name);
        var projects = file.InOrder(ProjectOrder.Id);
        var count = Rules.Named(rule, new(file.Currency.MinorPerMajor))!.Count(RealElections.ById(name));
        return count.Funded.Select(number => projects[number - 1].Id);
    }
}

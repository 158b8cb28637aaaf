using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

/// <summary>Rules that fund one project after another, on real elections, against the academic reference and a second exact count.</summary>
public sealed class SequentialRuleTests
{
    public static TheoryData<string> WithPhragmen => RealElections.With("results", "phragmen");

    public static TheoryData<string> WithPhragmenInOrder => RealElections.With("independent_exact", "phragmen_in_selection_order");

    [Theory, MemberData(nameof(WithPhragmen))]
    public void Phragmen_funds_what_the_academic_reference_funds(string name) =>
        Assert.Equal(RealElections.Selected(name, "results", "phragmen").Order(StringComparer.Ordinal), Funded(name, "phragmen").Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(WithPhragmenInOrder))]
    public void Phragmen_funds_in_the_order_of_a_second_exact_count(string name) =>
        Assert.Equal(RealElections.Selected(name, "independent_exact", "phragmen_in_selection_order"), Funded(name, "phragmen"));

    static IEnumerable<string> Funded(string name, string rule)
    {
        var file = RealElections.Read(name);
        var projects = file.InOrder(ProjectOrder.Id);
        var count = Rules.Named(rule, new(file.Currency.MinorPerMajor))!.Count(file.ToElection(ProjectOrder.Id));
        return count.Funded.Select(number => projects[number - 1].Id);
    }
}

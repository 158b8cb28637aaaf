using System.Collections.Immutable;

namespace PB.Tally.Tests;

public sealed class TieProperties
{
    [Fact]
    public void A_tie_is_reported_exactly_where_some_order_of_the_equals_changes_what_is_funded() => Generated.Check(
        it =>
        {
            var byNumber = new Generated(it.Election, it.Rule with { Ties = TieRule.ByNumber });
            var count = byNumber.Count();
            var groups = count.Steps.GroupBy(step => step.Votes).Select(group => group.Select(step => step.Number).Order().ToArray());
            return groups.All(group => count.Ties.Any(tie => tie.Numbers.All(group.Contains)) == OrderMatters(byNumber, group));
        },
        300);

    [Fact]
    public void The_order_that_a_tie_reports_is_the_order_in_which_its_projects_were_taken() => Generated.Check(it =>
    {
        var count = it.Count();
        return count.Ties.All(tie => tie.Order.SequenceEqual(count.Steps.Select(step => step.Number).Where(tie.Numbers.Contains)));
    });

    // Every order of the equals, made by giving them each other's numbers.
    static bool OrderMatters(Generated it, int[] equals) =>
        Orders(equals).Select(order => Awards(it, equals.Zip(order).ToDictionary(pair => pair.First, pair => pair.Second))).Distinct().Count() > 1;

    static string Awards(Generated it, Dictionary<int, int> renumbered)
    {
        int To(int number) => renumbered.GetValueOrDefault(number, number);
        var election = it.Election with
        {
            Projects = [.. it.Election.Projects.Select(project => project with { Number = To(project.Number) })],
            Ballots = [.. it.Election.Ballots.Select(ballot => ballot with { Numbers = [.. ballot.Numbers.Select(To)] })],
        };
        var rule = it.Rule with { ExclusiveGroups = [.. it.Rule.ExclusiveGroups.Select(group => (ImmutableArray<int>)[.. group.Select(To)])] };
        var count = rule.Count(election);
        return string.Join(" ", it.Election.Projects.OrderBy(project => project.Number).Select(project => count.Of(To(project.Number)))
            .Select(step => $"{step.Awarded.MinorUnits}{step.IsFunded}"));
    }

    static IEnumerable<int[]> Orders(int[] numbers)
    {
        if (numbers.Length == 0) return [[]];
        return numbers.SelectMany(first => Orders([.. numbers.Where(number => number != first)]).Select(rest => (int[])[first, .. rest]));
    }
}

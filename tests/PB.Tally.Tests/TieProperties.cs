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
            var groups = count.Steps.GroupBy(step => Figure(it, step)).Select(group => group.Select(step => step.Number).Order().ToArray());
            return groups.All(group => count.Ties.Any(tie => tie.Numbers.All(group.Contains)) == OrderMatters(byNumber, group));
        },
        300);

    [Fact]
    public void The_order_that_a_tie_reports_is_the_order_in_which_its_projects_were_taken() => Generated.Check(it =>
    {
        var count = it.Count();
        // Who gets nothing of what is set aside for an area is looked at once more, after all who got something.
        if (it.Rule.Areas.Any(area => area.AtLeast > Money.Zero)) return true;
        return count.Ties.All(tie => tie.Order.SequenceEqual(count.Steps.Select(step => step.Number).Where(tie.Numbers.Contains)));
    });

    // What the rule orders by, worked out from the ballots one by one.
    static (bool IsInfinite, Fraction Figure) Figure(Generated it, Step step)
    {
        var (rule, cost) = (it.Rule, step.Cost.MinorUnits);
        var figure = (Fraction)it.Election.Ballots.Sum(ballot => ballot.Times * Value(rule, ballot, ballot.Numbers.IndexOf(step.Number)));
        if (rule is { Order: GreedyOrder.PerCost, Satisfaction: Satisfaction.Cost }) return (false, rule.FreeLast && cost == 0 ? 0 : figure);
        if (rule.Order == GreedyOrder.Score || figure == 0) return (false, figure);
        return cost == 0 ? (true, figure > 0 ? 1 : -1) : (false, figure / cost);
    }

    static long Value(GreedyRule rule, Ballot ballot, int place) => place < 0 ? 0 : rule.Satisfaction switch
    {
        Satisfaction.Points => ballot.Points[place],
        Satisfaction.Borda => ballot.Numbers.Length - place - (rule.Order == GreedyOrder.Score ? 0 : 1),
        Satisfaction.Cost or Satisfaction.Cardinality => 1,
    };

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
        var rule = it.Rule with
        {
            ExclusiveGroups = [.. it.Rule.ExclusiveGroups.Select(group => (ImmutableArray<int>)[.. group.Select(To)])],
            Areas = [.. it.Rule.Areas.Select(area => area with { Numbers = [.. area.Numbers.Select(To)] })],
            Beforehand = [.. it.Rule.Beforehand.Select(decision => decision with { Number = To(decision.Number) })],
        };
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

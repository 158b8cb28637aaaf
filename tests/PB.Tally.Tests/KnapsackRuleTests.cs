namespace PB.Tally.Tests;

public sealed class KnapsackRuleTests
{
    [Fact]
    public void Each_unit_of_money_goes_where_most_voters_put_it()
    {
        // 100 to spend. Of project 1's 60 units each has 5 approvals, of project 2's 50 units 4, of project 3's 40 units 3.
        var count = new KnapsackRule().Count(Elections.Of(100, (1, 60, 5), (2, 50, 4), (3, 40, 3)));
        Assert.Equal([1, 3], count.Funded);
        Assert.Equal(("knapsack", 2), (count.Rule, count.Of(2).VotesShort));
    }

    [Fact]
    public void Buying_unit_by_unit_funds_the_same_as_most_votes_first() => Generated.Check(it =>
    {
        var knapsack = new KnapsackRule
        {
            RequireSupport = it.Rule.RequireSupport,
            MinimumVotes = it.Rule.MinimumVotes,
            ExclusiveGroups = it.Rule.ExclusiveGroups,
            Ties = TieRule.By(TieCriterion.Price),
        };
        var greedy = new GreedyRule
        {
            RequireSupport = knapsack.RequireSupport,
            MinimumVotes = knapsack.MinimumVotes,
            ExclusiveGroups = knapsack.ExclusiveGroups,
            Ties = knapsack.Ties,
        };
        var count = knapsack.Count(it.Election);
        return count with { Rule = "greedy_cost" } == greedy.Count(it.Election) && count.Funded.ToHashSet().SetEquals(UnitByUnit(it.Election, knapsack));
    });

    // Every unit of money of every project by itself, as in the paper; a project of which not all units can be paid for gives them back.
    static HashSet<int> UnitByUnit(Election election, KnapsackRule rule)
    {
        var approvals = election.Projects.ToDictionary(
            project => project.Number,
            project => election.Ballots.Where(ballot => ballot.Numbers.Contains(project.Number)).Sum(ballot => ballot.Times));
        var units = election.Projects.SelectMany(project => Enumerable.Range(0, (int)project.Cost.MinorUnits + 1).Select(unit => (project.Number, project.Cost, Unit: unit)))
            .OrderByDescending(unit => approvals[unit.Number]).ThenBy(unit => unit.Cost).ThenBy(unit => unit.Number).ThenBy(unit => unit.Unit);
        var (left, bought, complete) = (election.Budget.MinorUnits, new Dictionary<int, long>(), new HashSet<int>());
        foreach (var (number, cost, unit) in units)
        {
            if (approvals[number] < Math.Max(rule.MinimumVotes, rule.RequireSupport ? 1 : 0) || bought.GetValueOrDefault(number) < 0) continue;
            if (rule.ExclusiveGroups.Any(group => group.Contains(number) && group.Any(rival => rival != number && complete.Contains(rival)))) continue;
            if (unit > 0 && left == 0) (left, bought[number]) = (left + bought.GetValueOrDefault(number), -1);
            else if (unit > 0) (left, bought[number]) = (left - 1, bought.GetValueOrDefault(number) + 1);
            if (bought.GetValueOrDefault(number) == cost.MinorUnits) complete.Add(number);
        }
        return complete;
    }
}

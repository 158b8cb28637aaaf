namespace PB.Tally.Tests;

public sealed class WelfareRuleTests
{
    [Fact]
    public void Two_good_projects_beat_the_one_with_most_votes()
    {
        // By votes per cost 1 is best, but 2 and 3 together fill the budget: 5 + 4 > 6.
        var election = Elections.Of(100, (1, 60, 6), (2, 50, 5), (3, 50, 4));
        var count = new WelfareRule { Satisfaction = Satisfaction.Cardinality }.Count(election);
        Assert.Equal([2, 3], count.Funded);
        Assert.Equal(("maxwelfare_card", new Money(100)), (count.Rule, count.Spent));
        Assert.Equal(("welfare", (Fraction)5, 5), (count.Of(2).Why!.Phase, count.Of(2).Why!.Score!.Value, count.Of(2).Why!.Supporters));
        Assert.Equal((Outcome.SupportersCannotPay, (Fraction)6), (count.Of(1).Outcome, count.Of(1).Why!.Score!.Value));
        Assert.Empty(count.Ties);
    }

    [Fact]
    public void Satisfaction_by_cost_counts_money_times_votes() =>
        // 60 x 6 = 360 against 50 x 5 + 40 x 2 = 330.
        Assert.Equal([1, 3], new WelfareRule().Count(Elections.Of(100, (1, 60, 6), (2, 50, 5), (3, 40, 2))).Funded);

    [Fact]
    public void Of_equal_sets_the_tie_rule_takes_the_one_with_the_first_project_and_says_so()
    {
        var election = Elections.Of(100, (1, 100, 6), (2, 50, 3), (3, 50, 3));
        var byNumber = new WelfareRule { Satisfaction = Satisfaction.Cardinality }.Count(election);
        Assert.Equal([1], byNumber.Funded);
        Assert.Equal([new Tie { Numbers = [1, 2, 3], DecidedBy = TieCriterion.Number, Order = [1, 2, 3] }], byNumber.Ties);
        var byPrice = new WelfareRule { Satisfaction = Satisfaction.Cardinality, Ties = TieRule.By(TieCriterion.Price) }.Count(election);
        Assert.Equal([2, 3], byPrice.Funded);
    }

    [Fact]
    public void Rivals_and_ceilings_are_part_of_the_problem()
    {
        var rule = new WelfareRule
        {
            Satisfaction = Satisfaction.Cardinality,
            ExclusiveGroups = [[1, 2]],
            Areas = [new("East", [3, 4]) { AtMost = new Money(50) }],
        };
        var count = rule.Count(Elections.Of(200, (1, 50, 9), (2, 50, 8), (3, 30, 7), (4, 40, 6), (5, 50, 1)));
        Assert.Equal([1, 3, 5], count.Funded);
        Assert.Equal((Outcome.Excluded, 1), (count.Of(2).Outcome, count.Of(2).ExcludedBy));
        Assert.Equal((Outcome.AreaFull, "East"), (count.Of(4).Outcome, count.Of(4).Reason));
    }

    [Fact]
    public void At_the_limit_of_nodes_it_gives_up_with_a_clear_error_and_no_answer()
    {
        var election = Elections.Of(100, [.. Enumerable.Range(1, 12).Select(number => (number, 17L + number, 3 + number % 4))]);
        var error = Assert.Throws<InvalidOperationException>(() => new WelfareRule { NodeLimit = 5 }.Count(election));
        Assert.Contains("5 nodes", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(new WelfareRule().Count(election).Funded);
        Assert.Throws<ArgumentException>(() => new WelfareRule { NodeLimit = 0 }.Count(election));
        Assert.Throws<ArgumentException>(() => new WelfareRule { Satisfaction = Satisfaction.Points }.Count(election));
    }
}

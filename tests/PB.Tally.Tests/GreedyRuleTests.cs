using static PB.Tally.Outcome;

namespace PB.Tally.Tests;

public sealed class GreedyRuleTests
{
    // 100 to spend; the second does not fit behind the first, the third does.
    static readonly Election Town = Elections.Of(100, (1, 70, 9), (2, 40, 7), (3, 20, 5), (4, 10, 0));

    [Fact]
    public void Skipping_passes_over_what_does_not_fit()
    {
        var count = new GreedyRule().Count(Town);
        Assert.Equal([Funded, DoesNotFit, Funded, NoSupport], count.Outcomes());
        Assert.Equal(("greedy_cost", new Money(90), 21), (count.Rule, count.Spent, count.Ballots));
        Assert.Equal((new(30), new(10), 5), (count.Of(3).MoneyBefore, count.Of(3).MoneyAfter, count.Of(3).Votes));
    }

    [Fact]
    public void Stopping_ends_at_the_first_that_does_not_fit()
    {
        var count = new GreedyRule { WhenItDoesNotFit = WhenItDoesNotFit.Stop }.Count(Town);
        Assert.Equal([Funded, DoesNotFit, AfterTheStop, NoSupport], count.Outcomes());
        Assert.Equal(new(70), count.Spent);
    }

    [Fact]
    public void A_project_dearer_than_the_whole_budget_does_not_stop_the_count()
    {
        var count = new GreedyRule { WhenItDoesNotFit = WhenItDoesNotFit.Stop }.Count(Elections.Of(100, (1, 999_999_999, 9), (2, 100, 8)));
        Assert.Equal([DoesNotFit, Funded], count.Outcomes());
    }

    [Theory]
    [InlineData(75, PartFunded, 30)]
    [InlineData(76, DoesNotFit, 0)]
    public void Part_funding_gives_what_is_left_if_it_is_the_stated_share(int percent, Outcome outcome, long awarded)
    {
        var count = new GreedyRule { WhenItDoesNotFit = WhenItDoesNotFit.PartFund, MinimumSharePercent = percent }.Count(Town);
        Assert.Equal([Funded, outcome, AfterTheStop, NoSupport], count.Outcomes());
        Assert.Equal(new(awarded), count.Of(2).Awarded);
        Assert.Equal([1], count.Funded);
    }

    [Theory]
    [InlineData(75, ToppedUp, 110, 10)]
    [InlineData(76, DoesNotFit, 70, 0)]
    public void Topping_up_takes_the_rest_from_a_reserve(int percent, Outcome outcome, long spent, long fromReserve)
    {
        var count = new GreedyRule { WhenItDoesNotFit = WhenItDoesNotFit.TopUp, MinimumSharePercent = percent }.Count(Town);
        Assert.Equal([Funded, outcome, AfterTheStop, NoSupport], count.Outcomes());
        Assert.Equal((new(spent), new(fromReserve)), (count.Spent, count.Of(2).FromReserve));
    }

    [Theory]
    [InlineData(5, Funded)]
    [InlineData(6, TooFewVotes)]
    public void A_project_needs_the_minimum_of_votes(int minimum, Outcome outcome) =>
        Assert.Equal(outcome, new GreedyRule { MinimumVotes = minimum }.Count(Town).Of(3).Outcome);

    [Fact]
    public void Of_projects_that_exclude_each_other_only_the_first_wins()
    {
        var count = new GreedyRule { ExclusiveGroups = [[1, 3], [3, 4]] }.Count(Town);
        Assert.Equal([Funded, DoesNotFit, Excluded, NoSupport], count.Outcomes());
        Assert.Equal((1, 5, null), (count.Of(3).ExcludedBy, count.Of(3).VotesShort, count.Of(3).CheaperBy));
    }

    [Fact]
    public void A_loser_does_not_exclude_anybody()
    {
        var count = new GreedyRule { ExclusiveGroups = [[2, 3]] }.Count(Town);
        Assert.Equal(Funded, count.Of(3).Outcome);
    }

    [Fact]
    public void Without_support_a_project_is_funded_only_if_the_rule_says_so()
    {
        var count = new GreedyRule { RequireSupport = false }.Count(Town);
        Assert.Equal([Funded, DoesNotFit, Funded, Funded], count.Outcomes());
    }

    [Fact]
    public void A_project_that_costs_nothing_is_funded_with_one_vote_even_when_no_money_is_left()
    {
        var count = new GreedyRule().Count(Elections.Of(0, (1, 0, 1), (2, 0, 0), (3, 1, 5)));
        Assert.Equal([DoesNotFit, Funded, NoSupport], count.Outcomes());
    }

    [Fact]
    public void A_loser_is_told_how_many_votes_or_how_much_money_it_was_short()
    {
        var count = new GreedyRule().Count(Town);
        // With 9 votes each the lower number goes first, so project 2 needs 10 votes; or it costs 30.
        Assert.Equal((3, new Money(10)), (count.Of(2).VotesShort, count.Of(2).CheaperBy));
        Assert.Equal((1, null), (count.Of(4).VotesShort, count.Of(4).CheaperBy));
        Assert.Equal((null, null), (count.Of(1).VotesShort, count.Of(1).CheaperBy));
    }

    [Fact]
    public void Nothing_would_have_funded_a_project_dearer_than_the_budget_but_a_lower_price()
    {
        var step = new GreedyRule().Count(Elections.Of(100, (1, 101, 9))).Of(1);
        Assert.Equal((null, new Money(1)), (step.VotesShort, step.CheaperBy));
    }

    [Fact]
    public void Blank_ballots_count_and_a_number_listed_twice_is_one_vote()
    {
        var election = Town with { Ballots = [Elections.Ballot(2), new(default), Elections.Ballot(3, 2, 2, 1)] };
        var count = new GreedyRule().Count(election);
        Assert.Equal((6, 3, 3), (count.Ballots, count.Of(1).Votes, count.Of(2).Votes));
    }

    [Fact]
    public void An_election_of_nothing_is_counted() => Assert.Empty(new GreedyRule().Count(new(Money.Zero, [], [])).Steps);

    [Fact]
    public void What_is_out_of_range_is_named()
    {
        Refuses("project 9", Town with { Ballots = [Elections.Ballot(1, 9)] });
        Refuses("number 2", Town with { Projects = [new(2, new(1)), new(2, new(1))] });
        Refuses("number 0", Town with { Projects = [new(0, new(1))] });
        Refuses("project 1", Town with { Projects = [new(1, new(-1))] });
        Refuses("budget", Town with { Budget = new(-1) });
        Refuses("0 times", Town with { Ballots = [Elections.Ballot(0, 1)] });
        Refuses("project 8", Town, new() { ExclusiveGroups = [[1, 8]] });
        Refuses("101 per cent", Town, new() { MinimumSharePercent = 101 });
        Refuses("-1", Town, new() { MinimumVotes = -1 });
        Refuses("seed", Town, new() { Ties = TieRule.By(TieCriterion.Lot) });
    }

    static void Refuses(string naming, Election election, GreedyRule? rule = null) =>
        Assert.Contains(naming, Assert.Throws<ArgumentException>(() => (rule ?? new()).Count(election)).Message, StringComparison.Ordinal);
}

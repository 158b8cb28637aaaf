namespace PB.Tally.Tests;

public sealed class TieTests
{
    static readonly Election OneOfThreeFits = Elections.Of(100, (1, 70, 5), (2, 60, 5), (3, 60, 5));

    [Fact]
    public void The_lower_number_goes_first_by_default()
    {
        var count = new GreedyRule().Count(OneOfThreeFits);
        Assert.Equal([1], count.Funded);
        Assert.Equal([new Tie { Numbers = [1, 2, 3], DecidedBy = TieCriterion.Number, Order = [1, 2, 3] }], count.Ties);
    }

    [Fact]
    public void The_cheaper_goes_first_and_the_number_decides_among_the_cheap()
    {
        var count = new GreedyRule { Ties = TieRule.By(TieCriterion.Price) }.Count(OneOfThreeFits);
        Assert.Equal([2], count.Funded);
        Assert.Equal([new Tie { Numbers = [1, 2, 3], DecidedBy = TieCriterion.Number, Order = [2, 3, 1] }], count.Ties);
    }

    [Fact]
    public void Price_alone_is_named_where_price_was_enough()
    {
        var count = new GreedyRule { Ties = TieRule.By(TieCriterion.Price, TieCriterion.Lot).WithSeed("dice") }.Count(Elections.Of(100, (1, 70, 5), (2, 60, 5)));
        Assert.Equal(TieCriterion.Price, Assert.Single(count.Ties).DecidedBy);
    }

    [Fact]
    public void Equal_votes_are_no_tie_when_all_are_funded_whatever_the_order() =>
        Assert.Empty(new GreedyRule().Count(Elections.Of(190, (1, 70, 5), (2, 60, 5), (3, 60, 5))).Ties);

    [Fact]
    public void Equal_votes_are_no_tie_because_an_area_elsewhere_got_more_than_its_ceiling_beforehand()
    {
        var rule = new GreedyRule { Areas = [new("East", [3]) { AtMost = new Money(20) }], Beforehand = [new(3, true, "Promised last year")] };
        Assert.Empty(rule.Count(Elections.Of(190, (1, 70, 5), (2, 60, 5), (3, 60, 5))).Ties);
    }

    [Fact]
    public void Rivals_that_cost_nothing_are_a_tie_over_what_is_set_aside_too()
    {
        var rule = new GreedyRule { ExclusiveGroups = [[1, 2]], Areas = [new("East", [1, 2, 3]) { AtLeast = new Money(10) }] };
        Assert.Equal([1, 2], Assert.Single(rule.Count(Elections.Of(100, (1, 0, 5), (2, 0, 5), (3, 60, 4))).Ties).Numbers);
    }

    [Fact]
    public void Equal_votes_are_no_tie_when_none_can_be_funded() =>
        Assert.Empty(new GreedyRule().Count(Elections.Of(50, (1, 70, 5), (2, 60, 5))).Ties);

    [Fact]
    public void Stopping_makes_a_tie_of_what_skipping_does_not()
    {
        var election = Elections.Of(50, (1, 50, 9), (2, 40, 5), (3, 0, 5));
        Assert.Empty(new GreedyRule().Count(election).Ties);
        Assert.Equal([2, 3], Assert.Single(new GreedyRule { WhenItDoesNotFit = WhenItDoesNotFit.Stop }.Count(election).Ties).Numbers);
    }

    [Fact]
    public void Rivals_with_equal_votes_are_a_tie_though_there_is_money_for_both() =>
        Assert.Single(new GreedyRule { ExclusiveGroups = [[1, 2]] }.Count(Elections.Of(500, (1, 70, 5), (2, 60, 5))).Ties);

    [Fact]
    public void The_lot_can_be_drawn_again_with_any_sha256()
    {
        // printf 'pb/1/tie\0%s\0%s' 'e3b0|4-6-1' 1 | sha256sum, and so on
        Assert.Equal("bb1dab027a7c489b153549928e44368388b9bfb72abcdad455a7c8c5e1c54eea", Lot.Ticket("e3b0|4-6-1", 1));
        Assert.Equal("99d3ff2a37af77ba1e51e7e88711c5c34075921ce69f0d6f3e793f148c371d78", Lot.Ticket("e3b0|4-6-1", 2));
        Assert.Equal("0737d772954e09eb9c7666316ea4dc6d98072d9543e5b85b3609433ec7f89d8b", Lot.Ticket("e3b0|4-6-1", 3));
        var count = new GreedyRule { Ties = TieRule.By(TieCriterion.Lot).WithSeed("e3b0|4-6-1") }.Count(OneOfThreeFits);
        Assert.Equal([new Tie { Numbers = [1, 2, 3], DecidedBy = TieCriterion.Lot, Order = [3, 2, 1] }], count.Ties);
    }

    [Fact]
    public void A_seed_with_a_zero_character_is_refused() => Assert.Throws<ArgumentException>(() => Lot.Ticket("a\0b", 1));
}

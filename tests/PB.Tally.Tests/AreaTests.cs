using static PB.Tally.Outcome;

namespace PB.Tally.Tests;

public sealed class AreaTests
{
    // East has two small projects with few votes, the rest of the town two large ones with many.
    static readonly Election Town = Elections.Of(100, (1, 60, 9), (2, 40, 8), (3, 30, 3), (4, 20, 2));

    static readonly Area East = new("East", [3, 4]);

    [Fact]
    public void What_is_set_aside_goes_first_to_the_projects_of_its_area()
    {
        Assert.Equal([1, 2], new GreedyRule().Count(Town).Funded);
        var count = new GreedyRule { Areas = [East with { AtLeast = new Money(35) }] }.Count(Town);
        Assert.Equal([3, 1], count.Funded);
        // The 5 that East could not use went back: 70 were left, and 1 took 60 of them.
        Assert.Equal((new Money(100), new Money(70), new Money(10)), (count.Of(3).MoneyBefore, count.Of(3).MoneyAfter, count.Of(1).MoneyAfter));
        Assert.Equal([Funded, Funded, DoesNotFit, DoesNotFit], count.Outcomes());
    }

    [Fact]
    public void Two_votes_more_would_have_won_the_money_set_aside()
    {
        var count = new GreedyRule { Areas = [East with { AtLeast = new Money(35) }] }.Count(Town);
        // In East 3 has three votes; with three each the lower number goes first, so 4 needs four. Or it costs the 5 that East had left, or the 10 that all had: 10.
        Assert.Equal((2, new Money(10)), (count.Of(4).VotesShort, count.Of(4).CheaperBy));
    }

    [Fact]
    public void An_area_without_projects_with_votes_gives_all_back() =>
        Assert.Equal([1, 2], new GreedyRule { Areas = [East with { AtLeast = new Money(60), MinimumVotes = 5 }] }.Count(Town).Funded);

    [Fact]
    public void A_ceiling_passes_over_what_would_go_beyond_it_and_names_the_area()
    {
        var count = new GreedyRule { WhenItDoesNotFit = WhenItDoesNotFit.Stop, Areas = [new("Centre", [1, 2]) { AtMost = new Money(60) }] }.Count(Town);
        Assert.Equal([Funded, AreaFull, Funded, DoesNotFit], count.Outcomes());
        Assert.Equal(("Centre", null), (count.Of(2).Reason, count.Of(1).Reason));
        Assert.Equal(2, count.Of(2).VotesShort);
    }

    [Fact]
    public void What_was_funded_beforehand_counts_towards_what_is_set_aside_and_the_ceiling()
    {
        var beforehand = new Beforehand(4, true, "Promised last year");
        var floor = new GreedyRule { Areas = [East with { AtLeast = new Money(35) }], Beforehand = [beforehand] }.Count(Town);
        Assert.Equal([4, 1], floor.Funded);
        Assert.Equal((FundedBeforehand, "Promised last year"), (floor.Steps[0].Outcome, floor.Steps[0].Reason));
        var ceiling = new GreedyRule { Areas = [East with { AtMost = new Money(45) }], Beforehand = [beforehand] }.Count(Town with { Budget = new Money(200) });
        Assert.Equal(AreaFull, ceiling.Of(3).Outcome);
    }

    [Fact]
    public void What_is_set_aside_is_given_in_whole_costs_even_where_the_rule_tops_up()
    {
        var rule = new GreedyRule { WhenItDoesNotFit = WhenItDoesNotFit.TopUp, Areas = [East with { AtLeast = new Money(28) }] };
        var count = rule.Count(Town);
        // East's 28 would top up 3 to 30; it stops there instead, so 4 gets nothing of it either.
        Assert.Equal([Funded, Funded, DoesNotFit, AfterTheStop], count.Outcomes());
        Assert.Equal((null, null), (count.Of(3).VotesShort, count.Of(3).CheaperBy));
    }

    [Fact]
    public void Excluded_beforehand_a_project_cannot_win_and_the_reason_is_kept()
    {
        var count = new GreedyRule { Beforehand = [new(1, false, "The site is sold")] }.Count(Town);
        Assert.Equal([2, 3, 4], count.Funded);
        Assert.Equal((ExcludedBeforehand, "The site is sold"), (count.Steps[^1].Outcome, count.Steps[^1].Reason));
    }

    [Fact]
    public void A_tie_over_what_is_set_aside_is_none_if_both_win_in_the_end()
    {
        var town = Elections.Of(100, (1, 60, 9), (3, 30, 3), (4, 30, 3));
        var rule = new GreedyRule { Areas = [East with { AtLeast = new Money(35) }] };
        // Whoever takes East's money, 60 are left for 1, and then 10 for the other: it loses, so the tie matters.
        Assert.Equal([3, 4], Assert.Single(rule.Count(town).Ties).Numbers);
        Assert.Empty(rule.Count(town with { Budget = new Money(120) }).Ties);
    }

    [Fact]
    public void Wrong_limits_are_named()
    {
        Refuses("More is set aside for East", new GreedyRule { Areas = [East with { AtLeast = new Money(2), AtMost = new Money(1) }] });
        Refuses("A limit of East", new GreedyRule { Areas = [East with { AtMost = new Money(-1) }] });
        Refuses("project 9", new GreedyRule { Areas = [new("West", [9])] });
        Refuses("two decisions beforehand about project 1", new GreedyRule { Beforehand = [new(1, true, ""), new(1, false, "")] });
        Refuses("more than the budget", new GreedyRule { Beforehand = [new(1, true, ""), new(2, true, ""), new(3, true, "")] });
    }

    static void Refuses(string naming, GreedyRule rule) =>
        Assert.Contains(naming, Assert.Throws<ArgumentException>(() => rule.Count(Town)).Message, StringComparison.Ordinal);
}

using System.Collections.Immutable;

namespace PB.Tally.Tests;

public sealed class TransferRuleTests
{
    static readonly TransferRule Rule = new();

    // 10 voters, 10 each. 1 is given 40, 2 is given 36, 3 is given 24.
    static readonly Election Example = Of(100, [(1, 20), (2, 50), (3, 40)], (4, [(1, 10)]), (4, [(2, 9), (3, 1)]), (2, [(3, 10)]));

    [Fact]
    public void What_is_given_beyond_the_cost_goes_on()
    {
        var election = Of(100, [(1, 20), (2, 40), (3, 40)], (5, [(1, 8), (2, 2)]), (5, [(2, 4), (3, 6)]));
        // 1 is given 40: each of its voters pays 4 of 10 and gives the other 6 to 2. For 2 these pay all of their 30, having nothing else to give it to; the other five
        // gave 20 and pay 10 of it, and what they keep goes to 3.
        var count = Rule.Count(election);
        Assert.Equal([1, 2, 3], count.Funded);
        Assert.Equal(["40", "50", "40"], count.Steps.Select(step => step.Why!.Score.ToString()));
    }

    [Fact]
    public void Where_nothing_has_enough_the_last_is_eliminated_or_money_is_moved_to_the_first()
    {
        // 1 takes all that its voters have. Then 3 is further from its cost than 2, and after it 2 is eliminated too; restored first, it leaves too little for 3.
        var count = Rule.Count(Example);
        Assert.Equal([1, 2], count.Funded);
        Assert.Equal("transfer_restored", count.Of(2).Why!.Phase);
        // The voters of 2 have 40 together, less than it costs; those of 3 have 60.
        var moved = (Rule with { MovesLittle = true }).Count(Example);
        Assert.Equal([1, 3], moved.Funded);
        Assert.Equal("transfer_moved", moved.Of(3).Why!.Phase);
    }

    [Fact]
    public void Ballots_of_different_sums_are_refused_and_blank_ones_are_not()
    {
        var odd = Example.With(new Ballot([1]) { Points = [9] });
        Assert.Contains("one has 10, another 9", Assert.Throws<ArgumentException>(() => Rule.Count(odd)).Message, StringComparison.Ordinal);
        Assert.Equal(11, Rule.Count(Example.With(new Ballot([]))).Ballots);
        Assert.Throws<ArgumentException>(() => Rule.Count(Elections.Of(50, (1, 10, 1))));
        Assert.Throws<ArgumentException>(() => Rule.Count(Example.With(new Ballot([1, 2]) { Points = [11, -1] })));
    }

    [Theory, InlineData(false, TransferSelection.Excess), InlineData(false, TransferSelection.SupportOverCost), InlineData(false, TransferSelection.Support)]
    [InlineData(true, TransferSelection.Excess), InlineData(true, TransferSelection.SupportOverCost), InlineData(true, TransferSelection.Support)]
    public void It_funds_what_a_plain_count_funds_and_tells_the_ties_that_trying_every_order_finds(bool movesLittle, TransferSelection selection) => Generated.Check(
        it =>
        {
            var election = WithPoints(it.Election);
            var rule = new TransferRule { MovesLittle = movesLittle, Selection = selection, RequireSupport = it.Rule.RequireSupport, ExclusiveGroups = it.Rule.ExclusiveGroups };
            var plain = new PlainTransfer(election, rule);
            plain.Run();
            return plain.Agrees(rule.Count(election));
        },
        100);

    // Twelve points a ballot: the same to each but the first, which gets the rest.
    static Election WithPoints(Election election) => election with { Kind = BallotKind.Points, Ballots = [.. election.Ballots.Select(WithPoints)] };

    static Ballot WithPoints(Ballot ballot)
    {
        var others = ballot.Numbers.Length - 1;
        var each = Math.Min(ballot.Times, 12 / (others + 2));
        return ballot with { Points = [.. ballot.Numbers.Select((_, i) => i == 0 ? 12L - others * each : each)] };
    }

    static Election Of(long budget, (int Number, long Cost)[] projects, params (int Times, (int Number, long Points)[] Given)[] ballots) => new(
        new(budget),
        [.. projects.Select(project => new Project(project.Number, new(project.Cost)))],
        [.. ballots.Select(ballot => new Ballot(ballot.Given.Select(gift => gift.Number).ToImmutableArray(), ballot.Times) { Points = [.. ballot.Given.Select(gift => gift.Points)] })])
    { Kind = BallotKind.Points };
}

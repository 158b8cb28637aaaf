namespace PB.Tally.Tests;

public sealed class MeasuresTests
{
    // Five voters, one of them blank; 1 and 3 are funded.
    static readonly Election Town = new(
        new(100),
        [new(1, new(60)), new(2, new(50)), new(3, new(40))],
        [Elections.Ballot(2, 1, 3), Elections.Ballot(1, 1, 2), Elections.Ballot(1, 2), Elections.Ballot(1)]);

    [Fact]
    public void Voters_money_and_areas_are_measured_exactly()
    {
        var measures = Measures.Of(Town, new GreedyRule().Count(Town), new Area("West", [2, 3]), new Area("East", [1]));
        Assert.Equal((5, new Fraction(2, 5)), (measures.Voters, measures.ShareWithNothing));
        // Two voters have two projects for 100, one has one for 60, two have none.
        Assert.Equal((new Fraction(5, 5), new Fraction(260, 5), null), (measures.AverageProjects, measures.AverageMoney, measures.AveragePoints));
        // (1 x 0 + 2 x 2 + 4 x 2) / 25 with the places 0, 2 and 4 of the voters with 1, 2 and 2, counted from the middle.
        Assert.Equal(new Fraction(12, 25), measures.Inequality);
        Assert.Equal(("West", new Money(40), new Fraction(2, 5), 4), (measures.Areas[0].Name, measures.Areas[0].Spent, measures.Areas[0].ShareOfSpending, measures.Areas[0].Votes));
        Assert.Equal((new Fraction(4, 7), new Fraction(3, 7)), (measures.Areas[0].ShareOfVotes, measures.Areas[1].ShareOfVotes));
        // (40/100 + 40/100 + 50/110 + 1) / 4 of the four who listed something.
        Assert.Equal(0.563636363636363m, decimal.Round(measures.Areas[0].ShareOfBallots, 15, MidpointRounding.ToZero));
    }

    [Fact]
    public void Points_are_averaged_where_they_are_given()
    {
        var election = Town with { Kind = BallotKind.Points, Ballots = [Elections.Ballot(3, 1, 2) with { Points = [4, 9] }, Elections.Ballot(1)] };
        Assert.Equal(new Fraction(12, 4), Measures.Of(election, new GreedyRule().Count(election)).AveragePoints);
    }

    [Fact]
    public void Nobody_and_nothing_measure_zero()
    {
        var election = new Election(Money.Zero, [new(1, new(5))], []);
        var measures = Measures.Of(election, new GreedyRule().Count(election), new Area("All", [1]));
        Assert.Equal((0, 0, 0, 0), (measures.Voters, measures.ShareWithNothing, measures.AverageProjects, measures.Inequality));
        Assert.Equal(new AreaMeasure("All", Money.Zero, 0, 0, 0, 0), Assert.Single(measures.Areas));
    }

    [Fact]
    public void A_count_of_another_election_is_refused() => Assert.Throws<ArgumentException>(() =>
        Measures.Of(Town, new GreedyRule().Count(Elections.Of(10, (9, 1, 1)))));
}

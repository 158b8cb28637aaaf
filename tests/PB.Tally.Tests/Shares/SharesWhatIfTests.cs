namespace PB.Tally.Tests.Shares;

public sealed class SharesWhatIfTests
{
    [Fact]
    public void So_many_votes_more_fund_a_loser_and_one_less_does_not() => SharesCase.Check(
        it => it.Count(Detail.WhatIf).Steps.All(step => step.IsFunded || it.Election.Kind != BallotKind.Approval
            ? step.VotesShort is null
            : step.VotesShort is not { } votes || IsFundedWith(it, step, votes) && (votes == 1 || !IsFundedWith(it, step, votes - 1))),
        150);

    [Fact]
    public void So_much_cheaper_funds_a_loser_and_a_penny_less_does_not() => SharesCase.Check(
        it => it.Count(Detail.WhatIf).Steps.All(step => step.CheaperBy is not { MinorUnits: var off }
            || !step.IsFunded && IsFundedAt(it, step, off) && (off == 1 || !IsFundedAt(it, step, off - 1))),
        150);

    [Fact]
    public void A_loser_is_told_what_it_was_short_of()
    {
        // 60 each for ten voters: the six buy the bridge for 50 each and have 60 left; the four have 240, and the lamp costs 250.
        var election = new Election(new(600), [new(1, new(300)), new(2, new(250)), new(3, new(70))], [new([1, 3], 6), new([2], 4)]);
        var count = new EqualSharesRule().Count(election, Detail.WhatIf);
        var (lamp, swing) = (count.Of(2), count.Of(3));
        Assert.Equal([1], count.Funded);
        Assert.Equal((1, new Money(10)), (lamp.VotesShort, lamp.CheaperBy));
        Assert.Equal((4, new Fraction(240, 1)), (lamp.Why!.Supporters, lamp.Why.SupportersHad!.Value));
        Assert.Equal(new Fraction(60, 1), swing.Why!.SupportersHad);
        Assert.Equal(new Money(10), swing.CheaperBy);
    }

    static bool IsFundedWith(SharesCase it, Step step, int votes) =>
        it.Rule.Count(it.Election.With(Elections.Ballot(votes, step.Number)), Detail.Decisions).Of(step.Number).IsFunded;

    static bool IsFundedAt(SharesCase it, Step step, long off) =>
        it.Rule.Count(it.Election.Costing(step.Number, step.Cost.MinorUnits - off), Detail.Decisions).Of(step.Number).IsFunded;
}

using System.Collections.Immutable;

namespace PB.Tally.Tests.Shares;

/// <summary>So many different ballots that they are put in another order to be counted.</summary>
public sealed class ManyGroupsTests
{
    const int Dear = 18;

    static readonly ImmutableArray<Ballot> Voters =
        [Elections.Ballot(40_000, 1, 2), Elections.Ballot(30_000, 1), Elections.Ballot(25_000, 2, 3), Elections.Ballot(20_000, 3), Elections.Ballot(5_000, 1, 3, 4), Elections.Ballot(900, 4)];

    [Theory, InlineData("mes_cost"), InlineData("mes_cost_add1"), InlineData("bos"), InlineData("maximin_support")]
    public void Who_votes_only_for_what_nobody_can_pay_counts_like_a_blank_ballot(string name)
    {
        var rule = Rules.Named(name, new Money(100))!;
        var noise = Enumerable.Range(1, (1 << Dear) - 1).Select(subset => new Ballot([.. Enumerable.Range(0, Dear).Where(bit => (subset >> bit & 1) == 1).Select(bit => 5 + bit)])).ToList();
        var (many, few) = (rule.Count(Of([.. Voters, .. noise])), rule.Count(Of([.. Voters, Elections.Ballot(noise.Count)])));
        Assert.NotEmpty(few.Funded);
        Assert.Equal(few.Funded, many.Funded);
        Assert.Equal(few.Steps.Where(step => step.IsFunded).Select(step => (step.Why?.MostPaid, step.Why?.Score)), many.Steps.Where(step => step.IsFunded).Select(step => (step.Why?.MostPaid, step.Why?.Score)));
    }

    static Election Of(ImmutableArray<Ballot> ballots) => new(
        new(100_000_00),
        [new(1, new(15_000_00)), new(2, new(12_000_00)), new(3, new(11_000_00)), new(4, new(2_000_00)), .. Enumerable.Range(5, Dear).Select(number => new Project(number, new(200_000_00)))],
        ballots);
}

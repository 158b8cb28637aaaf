using System.Collections.Immutable;

namespace PB.Tally.Tests;

public sealed class ExactEqualSharesRuleTests
{
    static readonly ExactEqualSharesRule Rule = new();

    // The example of the paper's authors, in tenths: add-opt raises each voter's 20 by 5, and 3 replaces 2.
    static readonly Election Example = new(
        new(100),
        [new(1, new(20)), new(2, new(32)), new(3, new(60))],
        [Ballot(1), Ballot(1, 3), Ballot(2, 3), Ballot(2, 3), Ballot(3)]);

    [Fact]
    public void All_who_pay_for_a_project_pay_the_same()
    {
        var count = Rule.Count(Example);
        Assert.Equal([1, 2], count.Funded);
        Assert.Equal(["10", "16"], count.Steps.Take(2).Select(step => step.Why!.MostPaid.ToString()));
        Assert.Equal(Outcome.SupportersCannotPay, count.Of(3).Outcome);
        Assert.Equal("38", count.Of(3).Why!.SupportersHad.ToString());
        Assert.Equal([new Contender(3, 15, true), new Contender(2, 16, true)], count.Steps[0].Why!.Others);
    }

    [Fact]
    public void Raising_shares_by_the_least_that_changes_anything_spends_more()
    {
        var count = (Rule with { AddOpt = true }).Count(Example);
        Assert.Equal([1, 3], count.Funded.Order());
        Assert.Equal("ees_card_addopt", count.Rule);
    }

    [Fact]
    public void Supporters_who_have_spent_their_money_drop_out()
    {
        // Each of 4 voters has 25. 1 takes 20 from the first two; 2 would cost 12 each of three: only the third has that, and cannot pay 36 alone.
        var count = Rule.Count(new(new(100), [new(1, new(40)), new(2, new(36))], [Ballot(1, 2), Ballot(1, 2), Ballot(2), Ballot()]));
        Assert.Equal([2], count.Funded);
        Assert.Equal("12", count.Of(2).Why!.Score.ToString());
        Assert.Equal(Outcome.SupportersCannotPay, count.Of(1).Outcome);
    }

    [Fact]
    public void A_project_without_support_is_never_funded() =>
        Assert.Equal([1], (Rule with { RequireSupport = false }).Count(Elections.Of(50, (1, 10, 1), (2, 10, 0))).Funded);

    [Fact]
    public void Nobody_votes_nothing_is_funded() => Assert.Empty(Rule.Count(Elections.Of(50, (1, 10, 0))).Funded);

    [Fact]
    public void It_funds_what_a_plain_count_funds_and_tells_the_ties_that_trying_every_order_finds() =>
        Generated.Check(it => Plain(it).Agrees(RuleOf(it).Count(it.Election)), 250);

    [Fact]
    public void Add_opt_funds_what_trying_every_share_at_which_anything_can_change_finds() => Generated.Check(
        it =>
        {
            var count = (RuleOf(it) with { AddOpt = true }).Count(it.Election);
            return count.Funded.SequenceEqual(BestOfAllShares(it));
        },
        100);

    static Ballot Ballot(params ImmutableArray<int> numbers) => new(numbers);

    static ExactEqualSharesRule RuleOf(Generated it) => new() { MinimumVotes = it.Rule.MinimumVotes, ExclusiveGroups = it.Rule.ExclusiveGroups };

    static PlainShares Plain(Generated it)
    {
        var voters = it.Election.Ballots.Sum(ballot => ballot.Times);
        return Plain(it, new Fraction(it.Election.Budget.MinorUnits, Math.Max(1, voters)));
    }

    static PlainShares Plain(Generated it, Fraction share)
    {
        var plain = new PlainShares(it.Election, RuleOf(it), share);
        plain.Run();
        return plain;
    }

    // What a voter has left is the share less costs over payers. Runs can only change where that equals another cost over payers: the next such share is found by
    // looking at all of them, after every decision, for every project and every number of payers.
    static List<int> BestOfAllShares(Generated it)
    {
        var (plain, best, share) = (Plain(it), new List<int>(), Plain(it).Share);
        for (var most = -1L; ;)
        {
            var spent = it.Election.Budget.MinorUnits - plain.Left;
            if (spent <= it.Election.Budget.MinorUnits && spent > most) (best, most) = (plain.Funded, spent);
            var later = plain.Shares.Where(next => next > share).ToList();
            if (later.Count == 0) return best;
            share = later.Min();
            plain = Plain(it, share);
        }
    }

    sealed class PlainShares(Election election, Rule rule, Fraction share) : PlainCount(election, rule)
    {
        readonly Fraction[] purses = [.. Enumerable.Repeat(share, election.Ballots.Sum(ballot => ballot.Times))];

        public Fraction Share { get; } = share;

        /// <summary>Every share at which some number of voters could just pay for some project at some decision.</summary>
        public HashSet<Fraction> Shares { get; } = [];

        public override void Run()
        {
            while (Undecided().Where(number => Supporters(number).Length > 0).ToList() is { Count: > 0 } open)
            {
                foreach (var number in open)
                    for (var payers = 1; payers <= Supporters(number).Length; payers++)
                        Shares.UnionWith(Supporters(number).Select(voter => purses[voter]).Distinct().Select(purse => new Fraction(Cost(number), payers) - purse + Share));
                var prices = open.Where(number => Payers(number).Length > 0).ToDictionary(number => number, number => new Fraction(Cost(number), Payers(number).Length));
                if (prices.Count == 0) return;
                var chosen = Choose(prices.Where(pair => pair.Value == prices.Values.Min()).Select(pair => pair.Key));
                foreach (var voter in Payers(chosen)) purses[voter] -= prices[chosen];
                Funded.Add(chosen);
            }
        }

        protected override PlainCount Again() => new PlainShares(Election, Rule, Share);

        int[] Payers(int number)
        {
            var richest = Supporters(number).OrderByDescending(voter => purses[voter]).ToArray();
            for (var payers = richest.Length; payers > 0; payers--)
                if (purses[richest[payers - 1]] >= new Fraction(Cost(number), payers)) return richest[..payers];
            return [];
        }
    }
}

namespace PB.Tally.Tests;

public sealed class MaximinSupportRuleTests
{
    static readonly MaximinSupportRule Rule = new();

    [Fact]
    public void The_next_project_is_the_one_with_which_the_highest_load_is_lowest()
    {
        // 1 costs its two voters 10 each. Then 2 with its two voters: with voter 1 carrying all of 1 (20), or sharing: 1 and 2 cost 20 + 22 = 42 for three voters,
        // 14 each; 3 costs its only voter 13. So 3 comes before 2, while Phragmén would lay (10 + 22) / 2 = 16 on the voters of 2.
        var election = new Election(
            new(55),
            [new(1, new(20)), new(2, new(22)), new(3, new(13))],
            [Elections.Ballot(1, 1), Elections.Ballot(1, 1, 2), Elections.Ballot(1, 2), Elections.Ballot(1, 3)]);
        var count = Rule.Count(election);
        Assert.Equal([1, 3, 2], count.Funded);
        Assert.Equal(["10", "13", "14"], count.Steps.Select(step => step.Why!.Score.ToString()));
        Assert.Equal("16", new PhragmenRule().Count(election).Of(2).Why!.Score.ToString());
    }

    [Fact]
    public void A_project_that_does_not_fit_is_passed_over()
    {
        var count = Rule.Count(Elections.Of(50, (1, 30, 3), (2, 40, 3), (3, 20, 1)));
        Assert.Equal([1, 3], count.Funded);
        Assert.Equal(Outcome.DoesNotFit, count.Of(2).Outcome);
    }

    [Fact]
    public void Loads_that_differ_by_less_than_a_double_can_tell_are_told_apart()
    {
        // 10^15 / 1000003 and (10^15 + 1) / 1000003 differ in the 16th digit.
        var count = Rule.Count(Elections.Of(1_000_000_000_000_001, (1, 1_000_000_000_000_001, 1_000_003), (2, 1_000_000_000_000_000, 1_000_003)));
        Assert.Equal([2], count.Funded);
        Assert.Empty(count.Ties);
    }

    [Fact]
    public void It_funds_what_trying_all_sets_funds_and_tells_the_ties_that_trying_every_order_finds() => Generated.Check(it => Plain(it).Agrees(RuleOf(it).Count(it.Election)), 150);

    [Fact]
    public void Scores_are_the_highest_loads_and_bounds_are_not_above_them() => Generated.Check(
        it =>
        {
            var plain = Plain(it);
            var steps = RuleOf(it).Count(it.Election).Steps.Where(step => step.Outcome == Outcome.Funded && step.Votes > 0).ToList();
            return steps.Zip(plain.Loads).All(pair => pair.First.Why!.Score == pair.Second[pair.First.Number]
                && pair.First.Why.Others.All(other => other.IsBound ? other.Score <= pair.Second[other.Number].ToDecimal() : other.Score == pair.Second[other.Number].ToDecimal()));
        },
        100);

    static MaximinSupportRule RuleOf(Generated it) => new()
    {
        MinimumVotes = it.Rule.MinimumVotes,
        RequireSupport = it.Rule.RequireSupport,
        ExclusiveGroups = it.Rule.ExclusiveGroups,
    };

    static PlainMaximin Plain(Generated it)
    {
        var plain = new PlainMaximin(it.Election, RuleOf(it));
        plain.Run();
        return plain;
    }

    sealed class PlainMaximin(Election election, Rule rule) : PlainCount(election, rule)
    {
        public List<Dictionary<int, Fraction>> Loads { get; } = [];

        public override void Run()
        {
            while (Undecided().FindAll(number => Cost(number) <= Left) is { Count: > 0 } open)
            {
                var loads = open.Where(number => Supporters(number).Length > 0).ToDictionary(number => number, Highest);
                var next = loads.Count == 0 ? open : [.. loads.Where(pair => pair.Value == loads.Values.Min()).Select(pair => pair.Key)];
                Loads.Add(loads);
                Funded.Add(Choose(next));
            }
        }

        protected override PlainCount Again() => new PlainMaximin(Election, Rule);

        Fraction Highest(int added)
        {
            int[] all = [.. Funded, added];
            return Enumerable.Range(1, (1 << all.Length) - 1).Select(mask => all.Where((_, i) => (mask >> i & 1) == 1).ToList())
                .Max(set => new Fraction(set.Sum(Cost), set.SelectMany(Supporters).Distinct().Count()));
        }
    }
}

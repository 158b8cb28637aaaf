namespace PB.Tally.Tests;

public sealed class PhragmenRuleTests
{
    static readonly PhragmenRule Rule = new();

    [Fact]
    public void Whoever_waits_shortest_for_the_money_is_first()
    {
        // After 10 the three voters of 1 hold 30; at 15 the two voters of 3 hold 30. The voter who paid for 1 and likes 2 as well is at 10,
        // the other voter of 2 at nothing: (10 + 40) / 2 = 25.
        var election = Election(100, [(1, 30), (2, 40), (3, 30)], ([1], 2), ([1, 2], 1), ([2], 1), ([3], 2));
        var count = Rule.Count(election);
        Assert.Equal([1, 3, 2], count.Funded);
        Assert.Equal(["10", "15", "25"], count.Steps.Select(step => step.Why!.Score.ToString()));
        Assert.Equal([new Contender(3, 15), new Contender(2, 20)], count.Steps[0].Why!.Others);
        Assert.Equal("phragmen", count.Steps[0].Why!.Phase);
        Assert.Equal(3, count.Steps[0].Why!.Supporters);
    }

    [Fact]
    public void The_count_stops_at_the_first_that_does_not_fit()
    {
        var stopped = Rule.Count(Election(50, [(1, 30), (2, 40), (3, 20)], ([1], 3), ([2], 3), ([3], 1)));
        Assert.Equal([1], stopped.Funded);
        Assert.Equal(Outcome.DoesNotFit, stopped.Of(2).Outcome);
        Assert.Equal(Outcome.AfterTheStop, stopped.Of(3).Outcome);
        Assert.Equal("20", stopped.Of(3).Why!.Score.ToString());
    }

    [Fact]
    public void One_of_the_equals_that_does_not_fit_stops_the_count_even_for_the_others()
    {
        var count = Rule.Count(Election(50, [(1, 30), (2, 40), (3, 20)], ([1], 6), ([2], 4), ([3], 2)));
        Assert.Equal([1], count.Funded);
        Assert.Equal(Outcome.AfterTheStop, count.Of(3).Outcome);
        Assert.Empty(count.Ties);
    }

    [Fact]
    public void A_project_above_the_whole_budget_is_not_in_the_way()
    {
        var count = Rule.Count(Election(50, [(1, 51), (2, 40)], ([1], 6), ([2], 1)));
        Assert.Equal([2], count.Funded);
        Assert.Equal(Outcome.DoesNotFit, count.Of(1).Outcome);
    }

    [Fact]
    public void Projects_without_support_come_last_and_only_if_asked_for()
    {
        var election = Election(50, [(1, 10), (2, 30), (3, 5), (4, 20)], ([3], 1));
        Assert.Equal([3], Rule.Count(election).Funded);
        var count = (Rule with { RequireSupport = false }).Count(election);
        Assert.Equal([3, 1, 2], count.Funded);
        Assert.Null(count.Of(1).Why!.Score);
        Assert.Equal([[1, 2, 4], [2, 4]], count.Ties.Select(tie => tie.Numbers.ToArray()));
    }

    [Fact]
    public void A_tie_is_told_where_it_decides_and_only_there()
    {
        // 1 and 2 share all voters: the one that is second costs them too much time, and 3 comes before it and uses up the money.
        var rivals = Election(50, [(1, 30), (2, 30), (3, 18)], ([1, 2], 3), ([3], 1));
        Assert.Equal([1, 3], Rule.Count(rivals).Funded);
        Assert.Equal([1, 2], Assert.Single(Rule.Count(rivals).Ties).Numbers);
        Assert.Empty(Rule.Count(rivals with { Budget = new(80) }).Ties);
        var apart = Election(60, [(1, 30), (2, 30)], ([1], 3), ([2], 3));
        Assert.Empty(Rule.Count(apart).Ties);
    }

    [Fact]
    public void It_funds_what_a_plain_count_funds_and_tells_the_ties_that_trying_every_order_finds() => Generated.Check(it => Plain(it).Agrees(Fast(it)), 500);

    [Fact]
    public void Detail_changes_nothing() => Generated.Check(it => Fast(it).Funded.SequenceEqual(RuleOf(it).Count(it.Election, Detail.Decisions).Funded));

    static Election Election(long budget, (int Number, long Cost)[] projects, params (int[] Numbers, int Times)[] ballots) => new(
        new(budget),
        [.. projects.Select(project => new Project(project.Number, new(project.Cost)))],
        [.. ballots.Where(ballot => ballot.Times > 0).Select(ballot => Elections.Ballot(ballot.Times, [.. ballot.Numbers]))]);

    static PhragmenRule RuleOf(Generated it) => new()
    {
        MinimumVotes = it.Rule.MinimumVotes,
        RequireSupport = it.Rule.RequireSupport,
        ExclusiveGroups = it.Rule.ExclusiveGroups,
    };

    static Count Fast(Generated it) => RuleOf(it).Count(it.Election);

    static PlainPhragmen Plain(Generated it)
    {
        var plain = new PlainPhragmen(it.Election, RuleOf(it));
        plain.Run();
        return plain;
    }

    sealed class PlainPhragmen(Election election, Rule rule) : PlainCount(election, rule)
    {
        readonly Fraction[] loads = new Fraction[election.Ballots.Sum(ballot => ballot.Times)];

        public override void Run()
        {
            while (Undecided().FindAll(number => Cost(number) <= Election.Budget.MinorUnits) is { Count: > 0 } open)
            {
                var supported = open.FindAll(number => Supporters(number).Length > 0);
                var least = supported.Count > 0 ? supported.Min(Load) : default;
                var next = supported.Count > 0 ? supported.FindAll(number => Load(number) == least) : open;
                if (next.Exists(number => Cost(number) > Left)) return;
                var chosen = Choose(next);
                foreach (var voter in Supporters(chosen)) loads[voter] = least;
                Funded.Add(chosen);
            }
        }

        protected override PlainCount Again() => new PlainPhragmen(Election, Rule);

        Fraction Load(int number) =>
            Supporters(number).Aggregate((Fraction)Cost(number), (sum, voter) => sum + loads[voter]) / Supporters(number).Length;
    }
}

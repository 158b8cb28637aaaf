using PB.Tally.Tests.Files;

namespace PB.Tally.Tests;

public sealed class BoundedOverspendingRuleTests
{
    static readonly BoundedOverspendingRule Rule = new();

    [Fact]
    public void Supporters_may_pay_more_than_they_should_for_what_they_nearly_can()
    {
        // Each has 1000/3. The two of 1 have 2/3 of its cost, at a third of it each: rho = 1/2, and 1/2 by 2/3 is 3/4. The one of 2 can pay all of it: 1.
        var count = Rule.Count(new(new(1000), [new(1, new(1000)), new(2, new(100))], [Elections.Ballot(2, 1), Elections.Ballot(1, 2)]));
        Assert.Equal([1], count.Funded);
        Assert.Equal(2, count.Of(1).Why!.PaidAllTheyHad);
        Assert.Equal(("3/4", "500"), (count.Of(1).Why!.Score.ToString(), count.Of(1).Why!.MostPaid.ToString()));
        Assert.Equal(Outcome.DoesNotFit, count.Of(2).Outcome);
    }

    [Fact]
    public void Where_all_can_be_paid_it_is_equal_shares()
    {
        var election = new Election(new(120), [new(1, new(30)), new(2, new(40)), new(3, new(10))], [Elections.Ballot(2, 1, 2), Elections.Ballot(1, 2), Elections.Ballot(1, 1, 3)]);
        Assert.Equal(new EqualSharesRule().Count(election).Funded, Rule.Count(election).Funded);
    }

    [Fact]
    public void Whoever_has_nothing_left_buys_nothing_more()
    {
        // Each of 4 has 50. 1 takes all of it from the only voter who chose anything.
        var count = Rule.Count(new(new(200), [new(1, new(50)), new(2, new(60))], [Elections.Ballot(1, 1, 2), Elections.Ballot(3)]));
        Assert.Equal([1], count.Funded);
        Assert.Equal(Outcome.SupportersCannotPay, count.Of(2).Outcome);
    }

    [Fact]
    public void A_project_without_support_is_never_funded() =>
        Assert.Equal([1], (Rule with { RequireSupport = false }).Count(Elections.Of(50, (1, 10, 1), (2, 10, 0))).Funded);

    [Fact]
    public void Nobody_votes_nothing_is_funded() => Assert.Empty(Rule.Count(Elections.Of(50, (1, 10, 0))).Funded);

    [Fact]
    public void It_funds_what_a_plain_count_funds_and_tells_the_ties_that_trying_every_order_finds() => Generated.Check(it =>
    {
        var plain = new PlainOverspending(it.Election, RuleOf(it));
        plain.Run();
        return plain.Agrees(RuleOf(it).Count(it.Election));
    });

    [Theory, MemberData(nameof(RealElections.Names), MemberType = typeof(RealElections))]
    public void It_funds_what_a_count_in_floating_point_funds_on_real_elections(string name)
    {
        var election = RealElections.ById(name);
        Assert.Equal(InFloatingPoint(election), (Rule with { RequireSupport = true }).Count(election, Detail.Decisions).Funded);
    }

    static BoundedOverspendingRule RuleOf(Generated it) => new() { MinimumVotes = it.Rule.MinimumVotes, ExclusiveGroups = it.Rule.ExclusiveGroups };

    // Group by group; what differs by less than rounding may do is equal, and equals go by number.
    static List<int> InFloatingPoint(Election election)
    {
        var (left, funded) = (election.Budget.MinorUnits, new List<int>());
        var share = (double)left / election.Ballots.Sum(ballot => ballot.Times);
        var groups = election.Ballots.Select(ballot => (Numbers: ballot.Numbers.ToHashSet(), ballot.Times)).ToArray();
        var has = Array.ConvertAll(groups, _ => share);
        var supporters = election.Projects.ToDictionary(project => project.Number, project => Enumerable.Range(0, groups.Length).Where(group => groups[group].Numbers.Contains(project.Number)).ToArray());
        while (true)
        {
            var offers = election.Projects.Where(project => !funded.Contains(project.Number) && project.Cost.MinorUnits <= left)
                .Select(project => (project.Number, Offer: Offer(project, supporters[project.Number]))).Where(offer => offer.Offer.Score < double.PositiveInfinity).ToList();
            if (offers.Count == 0) return funded;
            var least = offers.Min(offer => offer.Offer.Score) * (1 + 1e-9);
            var (chosen, (_, price)) = offers.Where(offer => offer.Offer.Score <= least).MinBy(offer => offer.Number);
            foreach (var group in supporters[chosen]) has[group] = has[group] - price < share * 1e-9 ? 0 : has[group] - price;
            funded.Add(chosen);
            left -= election.Projects.Single(project => project.Number == chosen).Cost.MinorUnits;
        }

        (double Score, double Price) Offer(Project project, int[] supporters)
        {
            var (cost, poor, best) = ((double)project.Cost.MinorUnits, 0.0, (Score: double.PositiveInfinity, Price: 0.0));
            var backers = supporters.Where(group => has[group] > 0).OrderBy(group => has[group]).ToList();
            var others = backers.Sum(group => (double)groups[group].Times);
            foreach (var group in backers)
            {
                var paid = Math.Min(cost, poor + has[group] * others);
                var most = paid == cost ? (cost - poor) / others : has[group];
                if (most * cost / paid / paid < best.Score) best = (most * cost / paid / paid, most * cost / paid);
                if (paid == cost) break;
                (poor, others) = (poor + has[group] * groups[group].Times, others - groups[group].Times);
            }
            return best;
        }
    }

    /// <summary>Every voter apart, every t that anybody has and the one at which all is paid.</summary>
    sealed class PlainOverspending(Election election, Rule rule) : PlainCount(election, rule)
    {
        readonly Fraction[] purses = [.. Enumerable.Repeat(Share(election), election.Ballots.Sum(ballot => ballot.Times))];

        public override void Run()
        {
            while (true)
            {
                var offers = Undecided().Where(number => Cost(number) <= Left && Supporters(number).Length > 0).Select(number => (Number: number, Best: Best(number)))
                    .Where(offer => offer.Best is not null).ToList();
                if (offers.Count == 0) return;
                var least = offers.Min(offer => offer.Best!.Value.Score);
                var chosen = Choose(offers.Where(offer => offer.Best!.Value.Score == least).Select(offer => offer.Number));
                var price = offers.Single(offer => offer.Number == chosen).Best!.Value.Price;
                foreach (var voter in Supporters(chosen)) purses[voter] = purses[voter] > price ? purses[voter] - price : 0L;
                Funded.Add(chosen);
            }
        }

        protected override PlainCount Again() => new PlainOverspending(Election, Rule);

        static Fraction Share(Election election) => new(election.Budget.MinorUnits, Math.Max(1, election.Ballots.Sum(ballot => ballot.Times)));

        (Fraction Score, Fraction Price)? Best(int number)
        {
            var (cost, has) = (Cost(number), Supporters(number).Select(voter => purses[voter]).ToList());
            if (cost == 0) return (0L, 0L);
            var most = has.Where(money => Paid(has, money) < cost).Concat(Whole(has, cost)).Where(t => t > 0L).Select(t =>
            {
                var (lambda, alpha) = (t / cost, Paid(has, t) / cost);
                return (Score: lambda / alpha / alpha, Price: lambda / alpha * cost, Most: t);
            }).ToList();
            return most.Count == 0 ? null : most.OrderBy(one => one.Score).ThenByDescending(one => one.Most).Select(one => (one.Score, one.Price)).First();
        }

        // The t at which exactly the cost is paid, if there is one: between what two of them have.
        static IEnumerable<Fraction> Whole(List<Fraction> has, long cost) =>
            from money in has
            where Paid(has, money) >= cost
            let rich = has.Count(other => other >= money)
            let t = (cost - has.Where(other => other < money).Aggregate((Fraction)0L, (sum, other) => sum + other)) / rich
            where Paid(has, t) == cost
            select t;

        static Fraction Paid(List<Fraction> has, Fraction t) => has.Aggregate((Fraction)0L, (sum, money) => sum + (money < t ? money : t));
    }
}

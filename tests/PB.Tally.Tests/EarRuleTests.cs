using System.Collections.Immutable;

namespace PB.Tally.Tests;

public sealed class EarRuleTests
{
    static readonly EarRule Rule = new();

    [Fact]
    public void First_places_count_first_and_whoever_got_a_project_has_less_weight_left()
    {
        // A project of 50 of 100 costs half of the 8 votes. 1 has 5 first places: they weigh 1/5 each afterwards. Nobody else has 4 at depth 1; at depth 2
        // project 2 has 3 + 5/5 = 4.
        var count = Rule.Count(Of(100, [(1, 50), (2, 50), (3, 50)], (5, [1, 2]), (2, [2, 3]), (1, [3, 2])));
        Assert.Equal([1, 2], count.Funded);
        Assert.Equal(["1", "2"], count.Steps.Take(2).Select(step => step.Why!.Score.ToString()));
        Assert.Equal([5, 8], count.Steps.Take(2).Select(step => step.Why!.Supporters));
        Assert.Empty(count.Ties);
    }

    [Fact]
    public void Of_two_projects_with_enough_votes_the_one_with_more_for_its_cost_is_next_and_equals_are_a_tie()
    {
        // Either needs 6 of 10 votes, which neither has at depth 1.
        Assert.Equal([2], Rule.Count(Of(50, [(1, 30), (2, 30), (3, 50)], (4, [1, 2]), (5, [2, 1]), (1, [3, 2]))).Funded);
        var tied = Rule.Count(Of(50, [(1, 30), (2, 30)], (5, [1, 2]), (5, [2, 1])));
        Assert.Equal([1], tied.Funded);
        Assert.Equal([1, 2], Assert.Single(tied.Ties).Numbers);
    }

    [Fact]
    public void Ballots_have_to_be_rankings() =>
        Assert.Contains("rankings", Assert.Throws<ArgumentException>(() => Rule.Count(Elections.Of(50, (1, 10, 1)))).Message, StringComparison.Ordinal);

    [Fact]
    public void It_funds_what_a_plain_count_funds_and_tells_the_ties_that_trying_every_order_finds() => Generated.Check(
        it =>
        {
            var election = Shuffled(it.Election);
            var rule = new EarRule { MinimumVotes = it.Rule.MinimumVotes, RequireSupport = it.Rule.RequireSupport, ExclusiveGroups = it.Rule.ExclusiveGroups };
            var plain = new PlainEar(election, rule);
            plain.Run();
            return plain.Agrees(rule.Count(election));
        },
        200);

    // The generated ballots list rising numbers: turned by as many places as there are copies.
    static Election Shuffled(Election election) => election with
    {
        Kind = BallotKind.Ranking,
        Ballots = [.. election.Ballots.Select(ballot => ballot with { Numbers = [.. ballot.Numbers.Skip(ballot.Times - 1), .. ballot.Numbers.Take(ballot.Times - 1)] })],
    };

    static Election Of(long budget, (int Number, long Cost)[] projects, params (int Times, int[] Ranking)[] ballots) => new(
        new(budget),
        [.. projects.Select(project => new Project(project.Number, new(project.Cost)))],
        [.. ballots.Where(ballot => ballot.Times > 0).Select(ballot => new Ballot(ballot.Ranking.ToImmutableArray(), ballot.Times))])
    { Kind = BallotKind.Ranking };

    sealed class PlainEar(Election election, Rule rule) : PlainCount(election, rule)
    {
        readonly Fraction[] weights = [.. Enumerable.Repeat((Fraction)1, election.Ballots.Sum(ballot => ballot.Times))];

        public override void Run()
        {
            for (var depth = 1; depth <= Election.Projects.Count && Voters.Length > 0;)
            {
                var enough = Undecided().FindAll(number => Cost(number) <= Left && Weight(number, depth) * Election.Budget.MinorUnits >= Price(number));
                if (enough.Count == 0)
                {
                    depth++;
                    continue;
                }
                var chosen = Choose(enough.FindAll(number => enough.TrueForAll(other => IsAtLeast(number, other, depth))));
                var keeps = Election.Budget.MinorUnits == 0 || Cost(chosen) == 0 ? 1 : 1 - Price(chosen) / Election.Budget.MinorUnits / Weight(chosen, depth);
                foreach (var voter in Ranked(chosen, depth)) weights[voter] *= keeps;
                Funded.Add(chosen);
            }
        }

        protected override PlainCount Again() => new PlainEar(Election, Rule);

        bool IsAtLeast(int number, int other, int depth) => Cost(number) == 0
            || (Cost(other) > 0 && Weight(number, depth) / Cost(number) >= Weight(other, depth) / Cost(other));

        Fraction Price(int number) => (Fraction)Cost(number) * Voters.Length;

        Fraction Weight(int number, int depth) => Ranked(number, depth).Aggregate((Fraction)0, (sum, voter) => sum + weights[voter]);

        IEnumerable<int> Ranked(int number, int depth) => Supporters(number).Where(voter => Voters[voter].IndexOf(number) < depth);
    }
}

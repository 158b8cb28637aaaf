namespace PB.Tally.Tests;

public sealed class RepresentationTests
{
    // 40 of 100 voters want project 3 and nothing else; most votes first gives all the money to the other 60.
    static readonly Election Split = new(
        new(100),
        [new(1, new(50)), new(2, new(50)), new(3, new(30))],
        [Elections.Ballot(60, 1, 2), Elections.Ballot(40, 3)]);

    [Fact]
    public void A_minority_that_could_pay_for_its_project_and_has_nothing_is_named()
    {
        var count = new GreedyRule().Count(Split);
        Assert.Equal([1, 2], count.Funded);
        // Their share is 40; at 30 for one project it would buy 4/3 of it.
        Assert.Equal([new Unrepresented(3, 40, 1, 0, new Fraction(4, 3))], Representation.Check(Split, count, Satisfaction.Cardinality));
        Assert.Equal([new Unrepresented(3, 40, 30, 0, 40)], Representation.Check(Split, count, Satisfaction.Cost));
    }

    [Fact]
    public void A_group_too_small_to_pay_has_no_claim() =>
        Assert.Empty(Representation.Check(Split.Costing(3, 41), new GreedyRule().Count(Split), Satisfaction.Cost));

    [Fact]
    public void With_costs_of_one_it_is_the_axiom_for_committees() => Generated.Check(it =>
    {
        var election = it.Election with { Kind = BallotKind.Approval, Projects = [.. it.Election.Projects.Select(project => project with { Cost = new(1) })], Budget = new(it.Election.Budget.MinorUnits % 5 + 1) };
        var count = new GreedyRule().Count(election);
        return Representation.Check(election, count, Satisfaction.Cardinality).Select(found => found.Number).SequenceEqual(OfCommittees(election, count));
    });

    [Fact]
    public void No_group_of_voters_is_overlooked_and_none_made_up() => Generated.Check(
        it =>
        {
            var election = it.Election with { Ballots = [.. it.Election.Ballots.Select(ballot => ballot with { Times = 1 })] };
            var (count, satisfaction) = (it.Rule.Count(election), it.Rule.Satisfaction);
            var found = Representation.Check(election, count, satisfaction);
            return found.Select(one => one.Number).SequenceEqual(ByEveryGroup(election, count, satisfaction))
                && found.All(one => one.Due >= one.Satisfaction + one.Worth);
        },
        200);

    // Brill and Peters: there is a project outside and an l so that at least l x n / k of its supporters have less than l winners.
    static IEnumerable<int> OfCommittees(Election election, Count count)
    {
        var (funded, voters) = (count.Funded.ToHashSet(), Voters(election));
        return election.Projects.Select(project => project.Number).Where(number => !funded.Contains(number)).Order().Where(number =>
            Enumerable.Range(1, (int)election.Budget.MinorUnits).Any(least =>
                voters.Count(ballot => ballot.Numbers.Contains(number) && ballot.Numbers.Count(funded.Contains) < least) * election.Budget.MinorUnits is var seats
                && seats > 0 && seats >= least * voters.Count));
    }

    // The definition to the letter, over every group of voters; of the worths that all of a group have, the highest asks for most.
    static IEnumerable<int> ByEveryGroup(Election election, Count count, Satisfaction satisfaction)
    {
        var (funded, voters, budget) = (count.Funded.ToHashSet(), Voters(election), election.Budget.MinorUnits);
        return election.Projects.Where(project => !funded.Contains(project.Number) && project.Cost > Money.Zero).OrderBy(project => project.Number).Where(project =>
            Enumerable.Range(1, (1 << voters.Count) - 1).Any(mask =>
            {
                var group = voters.Where((_, voter) => (mask >> voter & 1) == 1).ToList();
                var worth = group.Min(voter => Worth(project, voter));
                var share = new Fraction(group.Count * budget, voters.Count);
                return worth > 0 && share >= project.Cost.MinorUnits && group.All(voter => Has(voter) + worth <= share * worth / project.Cost.MinorUnits);
            })).Select(project => project.Number);

        long Has(Ballot voter) => election.Projects.Where(project => funded.Contains(project.Number)).Sum(project => Worth(project, voter));

        long Worth(Project project, Ballot voter) => voter.Numbers.IndexOf(project.Number) is var place && place < 0 ? 0 : satisfaction switch
        {
            Satisfaction.Points => Math.Max(0, voter.Points[place]),
            Satisfaction.Borda => voter.Numbers.Length - place - 1,
            Satisfaction.Cost => project.Cost.MinorUnits,
            Satisfaction.Cardinality => 1,
        };
    }

    static List<Ballot> Voters(Election election) =>
        [.. election.Ballots.SelectMany(ballot => Enumerable.Repeat(ballot with { Times = 1 }, ballot.Times))];
}

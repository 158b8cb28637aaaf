namespace PB.Tally.Tests;

/// <summary>All sets of a small election's projects, looked at one by one: which are allowed, which are best, and which of the best is first.</summary>
sealed class Sets
{
    readonly Election election;
    readonly WelfareRule rule;
    readonly List<int> order;

    public Sets(Election election, WelfareRule rule)
    {
        (this.election, this.rule) = (election, rule);
        order = [.. new GreedyRule { Ties = rule.Ties, RequireSupport = false }.Count(election with { Ballots = [], Kind = BallotKind.Approval, Budget = new(1000) }).Steps.Select(step => step.Number)];
        if (rule.Ties.Criteria.Contains(TieCriterion.Votes)) order = [.. order.OrderByDescending(Votes)];
        var allowed = Enumerable.Range(0, 1 << order.Count).Select(mask => order.Where((_, i) => (mask >> i & 1) == 1).ToHashSet()).Where(IsAllowed).ToList();
        var most = allowed.Count == 0 ? 0 : allowed.Max(Welfare);
        Best = [.. allowed.Where(set => Welfare(set) == most)];
        First = Best.MinBy(set => string.Concat(order.Select(number => set.Contains(number) ? '0' : '1')))!;
    }

    public IReadOnlyList<HashSet<int>> Best { get; }

    public HashSet<int> First { get; }

    long Welfare(HashSet<int> set) => set.Sum(Worth);

    bool IsAllowed(HashSet<int> set)
    {
        var promised = rule.Beforehand.Where(decision => decision.IsFunded).Select(decision => decision.Number).ToList();
        if (set.Any(number => rule.Beforehand.Any(decision => decision.Number == number))) return false;
        if (set.Any(number => Worth(number) < 0 || Votes(number) < Math.Max(rule.MinimumVotes, rule.RequireSupport ? 1 : 0))) return false;
        var all = set.Concat(promised).ToList();
        return Cost(all) <= election.Budget.MinorUnits
            && rule.ExclusiveGroups.All(group => !set.Any(group.Contains) || all.Count(group.Contains) <= 1)
            && rule.Areas.All(area => IsWithin(area, set, all));
    }

    bool IsWithin(Area area, HashSet<int> set, List<int> all) => set.Where(area.Numbers.Contains).All(number => Votes(number) >= area.MinimumVotes)
        && (!set.Any(area.Numbers.Contains) || area.AtMost is not { } most || Cost(all.Where(area.Numbers.Contains)) <= most.MinorUnits);

    long Cost(IEnumerable<int> numbers) => numbers.Sum(number => election.Projects.Single(project => project.Number == number).Cost.MinorUnits);

    int Votes(int number) => election.Ballots.Where(ballot => ballot.Numbers.Contains(number)).Sum(ballot => ballot.Times);

    long Worth(int number) => election.Ballots.Sum(ballot => ballot.Numbers.IndexOf(number) is var place && place < 0 ? 0 : ballot.Times * rule.Satisfaction switch
    {
        Satisfaction.Points => ballot.Points[place],
        Satisfaction.Borda => ballot.Numbers.Length - place - 1,
        Satisfaction.Cost => Cost([number]),
        Satisfaction.Cardinality => 1L,
    });
}

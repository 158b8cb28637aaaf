namespace PB.Tally;

/// <summary>Sequential Phragmén on a contest: from the beginning, or where another rule has left off, without loads for what that has funded.</summary>
/// <remarks>
/// The load of a voter is that of the last project bought among those listed; so for each project it is enough to know how many of its supporters
/// carry the load of which bought project.
/// </remarks>
sealed class PhragmenCount
{
    readonly Contest contest;
    readonly TieBreak ties;
    readonly Profile profile;
    readonly PhragmenLoads loads = new();
    readonly int[] lastOf;
    readonly int[][] holders;
    readonly double[] near;

    PhragmenCount(Contest contest, TieBreak ties)
    {
        (this.contest, this.ties, profile) = (contest, ties, contest.Profile);
        var projects = profile.Projects.Length;
        (lastOf, near) = (new int[profile.Groups], new double[projects]);
        Array.Fill(lastOf, -1);
        holders = [.. Enumerable.Range(0, projects).Select(_ => new int[projects])];
    }

    /// <summary>Funds projects until one of those next in line does not fit, and notes the ties that mattered.</summary>
    public static void Run(Contest contest) => TieTrial.Run(contest, (on, ties) => new PhragmenCount(on, ties).Run(), isLocal: true);

    void Run()
    {
        while (Candidates() is { Count: > 0 } candidates)
        {
            var lowest = Lowest(candidates);
            if (lowest.Exists(position => profile.Cost(position) > contest.Left))
            {
                Stop(candidates);
                return;
            }
            Buy(ties.First(lowest), candidates);
        }
    }

    List<int> Candidates() => [.. Enumerable.Range(0, near.Length).Where(position => profile.Cost(position) <= contest.Budget && contest.IsEligible(position))];

    List<int> Lowest(List<int> candidates)
    {
        var supported = candidates.FindAll(position => profile.Votes[position] > 0);
        if (supported.Count == 0) return candidates;
        foreach (var position in supported) near[position] = loads.Near(profile.Cost(position), holders[position], profile.Votes[position]);
        var limit = supported.Min(position => near[position]) * (1 + 3 * loads.Error);
        var closest = supported.FindAll(position => near[position] <= limit);
        return closest.Count == 1 ? closest : Equals(closest);
    }

    List<int> Equals(List<int> closest)
    {
        var together = closest.ConvertAll(position => loads.Together(profile.Cost(position), holders[position]));
        var lowest = 0;
        for (var i = 1; i < closest.Count; i++)
            if (Compare(i, lowest) < 0) lowest = i;
        return [.. Enumerable.Range(0, closest.Count).Where(i => Compare(i, lowest) == 0).Select(i => closest[i])];

        int Compare(int i, int j) => (together[i] * profile.Votes[closest[j]]).CompareTo(together[j] * profile.Votes[closest[i]]);
    }

    void Buy(int position, List<int> candidates)
    {
        contest.Fund(position, DecisionOn(position, candidates));
        if (profile.Votes[position] == 0) return;
        var bought = loads.Count;
        loads.Add(loads.Together(profile.Cost(position), holders[position]), profile.Votes[position]);
        foreach (var group in profile.SupportersOf(position)) Load(group, bought);
    }

    void Load(int group, int bought)
    {
        var (before, times) = (lastOf[group], profile.Times[group]);
        lastOf[group] = bought;
        foreach (var listed in profile.Listed(group))
        {
            var row = holders[listed];
            row[bought] += times;
            if (before >= 0) row[before] -= times;
        }
    }

    void Stop(List<int> candidates)
    {
        foreach (var position in candidates)
            contest.Explain(position, profile.Cost(position) > contest.Left ? Outcome.DoesNotFit : Outcome.AfterTheStop, DecisionOn(position, []));
    }

    Decision? DecisionOn(int position, List<int> candidates)
    {
        if (contest.Detail == Detail.Decisions) return null;
        var others = candidates.Where(other => other != position && profile.Votes[other] > 0).Select(Shown);
        return new()
        {
            Phase = "phragmen",
            Score = profile.Votes[position] > 0 ? Exact(position) : null,
            Supporters = profile.Votes[position],
            Others = [.. others.OrderBy(other => other.Score).ThenBy(other => ties.Place(profile.PositionOf(other.Number)))],
        };
    }

    Contender Shown(int position) => new(profile.Number(position), Rounding.Shown(near[position], loads.Error, () => Exact(position)));

    Fraction Exact(int position) => loads.Each(loads.Together(profile.Cost(position), holders[position]), profile.Votes[position]);
}

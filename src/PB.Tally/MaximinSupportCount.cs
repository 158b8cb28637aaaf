namespace PB.Tally;

/// <summary>The maximin support rule on a contest.</summary>
/// <remarks>
/// Funding a project never lowers the load that another would bring: what was found for it earlier stays a bound, and only those whose bound is not
/// above the best found are looked at again.
/// </remarks>
sealed class MaximinSupportCount
{
    readonly Contest contest;
    readonly TieBreak ties;
    readonly Profile profile;
    readonly SupportFlow flow;
    readonly SupportLoad[] bounds;
    readonly bool[] isExact;
    readonly bool[][] heaviest;
    SupportLoad highest = SupportLoad.None;
    bool[]? heaviestNow;

    MaximinSupportCount(Contest contest, TieBreak ties)
    {
        (this.contest, this.ties, profile, flow) = (contest, ties, contest.Profile, new(contest.Profile));
        bounds = [.. profile.Projects.Select((project, position) => new SupportLoad(project.Cost.MinorUnits, profile.Votes[position]))];
        isExact = new bool[bounds.Length];
        heaviest = [.. bounds.Select((_, position) => Enumerable.Range(0, bounds.Length).Select(other => other == position).ToArray())];
    }

    /// <summary>Funds projects until none is left that fits, and notes the ties that mattered.</summary>
    public static void Run(Contest contest) => TieTrial.Run(contest, (on, ties) => new MaximinSupportCount(on, ties).Run(), isLocal: false);

    void Run()
    {
        while (Open() is { Count: > 0 } open)
        {
            Array.Clear(isExact);
            var best = Best(open);
            var chosen = ties.First(open.Where(position => bounds[position].CompareTo(best) == 0));
            contest.Fund(chosen, DecisionOn(chosen, open));
            if (best.Voters == 0) continue;
            flow.Keep(chosen, best);
            highest = best;
            heaviestNow = heaviest[chosen];
        }
    }

    List<int> Open() => [.. Enumerable.Range(0, bounds.Length).Where(contest.IsOpen)];

    SupportLoad Best(List<int> open)
    {
        var best = new SupportLoad(0, 0);
        var byBound = new PriorityQueue<int, SupportLoad>(open.Where(position => bounds[position].Voters > 0).Select(position => (position, bounds[position])));
        while (byBound.TryDequeue(out var position, out var bound) && bound.CompareTo(best) <= 0)
        {
            if (Raise(position))
            {
                byBound.Enqueue(position, bounds[position]);
                continue;
            }
            var load = flow.Try(position, SupportLoad.Max(highest, bound), best);
            if (load.CompareTo(SupportLoad.Max(highest, bound)) > 0) heaviest[position] = flow.Heaviest;
            bounds[position] = load;
            isExact[position] = load.CompareTo(best) <= 0;
            if (isExact[position]) best = load;
        }
        return best;
    }

    // The projects that set the highest load now, and those that set the load of this one when it was looked at last, together give a better bound.
    bool Raise(int position)
    {
        if (heaviestNow is null) return false;
        var together = heaviestNow.Zip(heaviest[position], (first, second) => first || second).ToArray();
        var load = flow.LoadOf(together);
        if (load.CompareTo(bounds[position]) <= 0) return false;
        (bounds[position], heaviest[position]) = (load, together);
        return true;
    }

    Decision? DecisionOn(int position, List<int> open) => contest.Detail == Detail.Decisions ? null : new()
    {
        Phase = "maximin_support",
        Score = bounds[position].Voters > 0 ? bounds[position].Exact : null,
        Supporters = profile.Votes[position],
        Others = [.. open.Where(other => other != position && bounds[other].Voters > 0)
            .OrderBy(other => bounds[other]).ThenBy(ties.Place)
            .Select(other => new Contender(profile.Number(other), bounds[other].Exact.ToDecimal(), !isExact[other]))],
    };
}

namespace PB.Tally;

/// <summary>One run of exact equal shares on a contest, from a given share of each voter.</summary>
/// <remarks>Purses only get emptier, so the number of payers found for a project earlier is a bound: few projects are looked at for a decision.</remarks>
sealed class ExactEqualSharesCount
{
    readonly Contest contest;
    readonly TieBreak ties;
    readonly Profile profile;
    readonly EqualPurses purses;
    readonly SupportLoad[] bounds;
    readonly bool[] isExact;

    public ExactEqualSharesCount(Contest contest, TieBreak ties, Fraction share)
    {
        (this.contest, this.ties, profile, purses) = (contest, ties, contest.Profile, new(contest.Profile, share));
        bounds = [.. profile.Projects.Select((project, position) => new SupportLoad(project.Cost.MinorUnits, profile.Votes[position]))];
        isExact = new bool[bounds.Length];
    }

    /// <summary>The smallest rise of every voter's share with which the run would have gone another way; null if none would. Known only if asked for before the run.</summary>
    public ShareRise? Rise { get; init; }

    public void Run()
    {
        while (Candidates() is { Count: > 0 } candidates)
        {
            Array.Clear(isExact);
            var best = Best(candidates);
            var equals = best.Voters == 0 ? [] : candidates.FindAll(position => bounds[position].CompareTo(best) == 0);
            var chosen = equals.Count > 0 ? ties.First(equals) : -1;
            foreach (var position in candidates) Rise?.Look(purses, position, Needed(position, chosen));
            if (chosen < 0)
            {
                Explain(candidates);
                return;
            }
            Buy(chosen, candidates);
        }
    }

    List<int> Candidates() => [.. Enumerable.Range(0, bounds.Length).Where(position => profile.Votes[position] > 0 && contest.IsEligible(position))];

    SupportLoad Best(List<int> candidates)
    {
        var best = new SupportLoad(0, 0);
        foreach (var position in candidates.OrderBy(position => bounds[position]))
        {
            if (bounds[position].CompareTo(best) > 0 || bounds[position].Voters == 0) break;
            bounds[position] = bounds[position] with { Voters = Payers(position) };
            isExact[position] = true;
            if (bounds[position].CompareTo(best) < 0) best = bounds[position];
        }
        return best;
    }

    // Whoever cannot pay an equal share drops out, and the share rises for the others, until all of the rest can pay.
    int Payers(int position)
    {
        for (var payers = bounds[position].Voters; ;)
        {
            var able = 0;
            foreach (var group in profile.SupportersOf(position))
                if (purses.CanPay(group, profile.Cost(position), payers)) able += profile.Times[group];
            if (able >= payers || able == 0) return able;
            payers = able;
        }
    }

    // How many payers a project would need to be chosen in the place of this one (-1: nobody), or this one to have more payers.
    int Needed(int position, int chosen)
    {
        if (chosen < 0) return 1;
        if (position == chosen) return bounds[chosen].Voters + 1;
        var (voters, cost) = ((Int128)bounds[chosen].Voters * profile.Cost(position), profile.Cost(chosen));
        if (cost == 0) return int.MaxValue;
        var enough = (int)Int128.Min(int.MaxValue, voters / cost);
        return enough * (Int128)cost == voters && ties.Place(position) < ties.Place(chosen) ? Math.Max(1, enough) : Math.Min(enough, int.MaxValue - 1) + 1;
    }

    void Buy(int position, List<int> candidates)
    {
        contest.Fund(position, DecisionOn(position, candidates));
        var share = bounds[position].Exact;
        purses.Pay([.. profile.SupportersOf(position).Where(group => purses.CanPay(group, profile.Cost(position), bounds[position].Voters))], share);
    }

    void Explain(List<int> candidates)
    {
        foreach (var position in candidates)
            contest.Explain(position, Outcome.SupportersCannotPay, contest.Detail == Detail.Decisions ? null : Figures(position));
    }

    Decision? DecisionOn(int position, List<int> candidates) => contest.Detail == Detail.Decisions ? null : Figures(position) with
    {
        Score = bounds[position].Exact,
        MostPaid = bounds[position].Exact,
        Others = [.. candidates.Where(other => other != position && bounds[other].Voters > 0)
            .OrderBy(other => bounds[other]).ThenBy(ties.Place)
            .Select(other => new Contender(profile.Number(other), bounds[other].Exact.ToDecimal(), !isExact[other]))],
    };

    Decision Figures(int position) => new()
    {
        Phase = "exact_equal_shares",
        Supporters = profile.Votes[position],
        SupportersHad = purses.Together(profile.SupportersOf(position), profile.Times),
    };
}

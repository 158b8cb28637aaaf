namespace PB.Tally.Overspending;

/// <summary>One run of equal shares with bounded overspending on a contest.</summary>
/// <remarks>Purses only get emptier, and with them paid(t) for every t: what was found for a project earlier is a bound, and few are looked at for a decision.</remarks>
sealed class OverspendingCount
{
    const int Digits = 24;

    readonly Contest contest;
    readonly TieBreak ties;
    readonly Profile profile;
    readonly OverspendingPurses purses;
    readonly Offer?[] offers;
    readonly bool[] isFresh;
    readonly bool[] isBroke;

    public OverspendingCount(Contest contest, TieBreak ties)
    {
        (this.contest, this.ties, profile) = (contest, ties, contest.Profile);
        purses = new(profile, new(contest.Budget, profile.Ballots));
        (offers, isFresh, isBroke) = (new Offer?[profile.Projects.Length], new bool[profile.Projects.Length], new bool[profile.Projects.Length]);
    }

    public void Run()
    {
        while (true)
        {
            Array.Clear(isFresh);
            var open = Enumerable.Range(0, offers.Length).Where(position => profile.Votes[position] > 0 && !isBroke[position] && contest.IsOpen(position)).ToList();
            var equals = Best(open);
            if (equals.Count == 0) break;
            Buy(ties.First(equals), open);
        }
        for (var position = 0; position < offers.Length; position++)
            if (isBroke[position] && contest.IsOpen(position)) contest.Explain(position, Outcome.SupportersCannotPay, contest.Detail == Detail.Decisions ? null : Figures(position));
    }

    // Those with the lowest score.
    List<int> Best(List<int> open)
    {
        var best = new List<int>();
        while (Next(open, best) is { } position)
        {
            isFresh[position] = true;
            offers[position] = purses.BackersOf(profile, position).Best();
            isBroke[position] = offers[position] is null;
            if (isBroke[position]) continue;
            var order = best.Count == 0 ? 0 : Compare(position, best[0]);
            if (order < 0) best.Clear();
            if (order <= 0) best.Add(position);
        }
        return best;
    }

    // Of those not looked at for this decision, and not certainly worse than the best, one with the lowest bound.
    int? Next(List<int> open, List<int> best)
    {
        var stale = open.Where(position => !isFresh[position] && (best.Count == 0 || offers[position] is null || offers[position]!.Nearly(offers[best[0]]!) is not 1)).ToList();
        return stale.Count == 0 ? null : stale.MinBy(position => offers[position]?.Sketch.Low ?? -1);
    }

    int Compare(int position, int other) => AreTwins(position, other) ? 0 : offers[position]!.CompareTo(offers[other]!);

    bool AreTwins(int position, int other) =>
        profile.Cost(position) == profile.Cost(other) && profile.SupportersOf(position).AsSpan().SequenceEqual(profile.SupportersOf(other));

    void Buy(int position, List<int> open)
    {
        var empty = purses.Pay(profile, position, offers[position]!);
        contest.Fund(position, DecisionOn(position, open) is { } decision ? decision with { PaidAllTheyHad = empty } : null);
    }

    Decision? DecisionOn(int position, List<int> open) => contest.Detail == Detail.Decisions ? null : Figures(position) with
    {
        Score = offers[position]!.Score.Near(Digits),
        MostPaid = offers[position]!.Price.Near(Digits),
        Others = [.. open.Where(other => other != position && !isBroke[other])
            .OrderBy(other => offers[other]!.Shown(Digits)).ThenBy(ties.Place)
            .Select(other => new Contender(profile.Number(other), offers[other]!.Shown(Digits), !isFresh[other]))],
    };

    Decision Figures(int position) => new() { Phase = "bounded_overspending", Supporters = profile.Votes[position] };
}

using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Finds the best set of the undecided projects of a contest, settles ties between sets, and funds it.</summary>
sealed class WelfareCount
{
    readonly Contest contest;
    readonly Int128[] totals;
    readonly int[] open;
    readonly WelfareSearch search;

    public WelfareCount(WelfareRule rule, Contest contest)
    {
        contest.Reopen();
        (this.contest, totals) = (contest, Totals.Of(contest.Profile, rule.Satisfaction));
        var order = Comparer<int>.Create((x, y) => contest.Order.Compare(contest.Candidates[x], contest.Candidates[y]));
        // What takes satisfaction away is in no best set.
        open = [.. Enumerable.Range(0, totals.Length).Where(position => contest.IsOpen(position) && totals[position] >= 0).Order(order)];
        search = new(contest, [.. open.Select(position => new WelfareItem(position, totals[position], contest.Profile.Cost(position)))], rule.NodeLimit);
    }

    public void Run()
    {
        var best = First(search.Best());
        Note(best);
        foreach (var position in best.OrderByDescending(position => totals[position]).ThenBy(position => Array.IndexOf(open, position)))
            contest.Fund(position, Why(position));
        foreach (var position in open)
            if (!best.Contains(position)) contest.Explain(position, contest.Barrier(position) ?? Outcome.SupportersCannotPay, Why(position));
    }

    // Of all best sets the one that comes first: project after project in the order of the tie rule, in if some best set has it beside those before.
    HashSet<int> First(HashSet<int> best)
    {
        foreach (var position in open)
        {
            if (!best.Contains(position) && search.BestWith(position) is { } other) best = other;
            if (best.Contains(position)) search.Demand(position);
            else search.Forbid(position);
        }
        return best;
    }

    void Note(HashSet<int> best)
    {
        search.Release();
        var contested = new HashSet<int>();
        foreach (var position in open)
        {
            if (best.Contains(position) || contested.Contains(position) || search.BestWith(position) is not { } other) continue;
            // What only happens to be left out of the other set is not contested.
            foreach (var member in open)
                if (best.Contains(member) && !other.Contains(member) && search.Fits(other, member)) other.Add(member);
            contested.UnionWith(other.Except(best).Concat(best.Except(other)));
        }
        if (contested.Count < 2) return;
        var order = open.Where(contested.Contains).ToList();
        var numbers = order.Select(contest.Profile.Number).ToImmutableArray();
        contest.Note(new() { Numbers = numbers.Sort(), DecidedBy = contest.Order.DecidedBy([.. order.Select(position => contest.Candidates[position])]), Order = numbers });
    }

    Decision? Why(int position) => contest.Detail == Detail.Decisions ? null : new()
    {
        Phase = "welfare",
        Score = (Fraction)(System.Numerics.BigInteger)totals[position],
        Supporters = contest.Profile.Votes[position],
    };
}

/// <summary>A project that may be in the set.</summary>
readonly record struct WelfareItem(int Position, Int128 Value, long Cost)
{
    public GreedyWorth Density => Cost > 0 ? new(Value, Cost) : new(Int128.Sign(Value), Value == 0 ? 1 : 0);
}

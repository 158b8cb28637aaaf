using System.Numerics;
using System.Runtime.InteropServices;

namespace PB.Tally;

/// <summary>Expanding approvals on a contest.</summary>
sealed class EarCount
{
    readonly Contest contest;
    readonly TieBreak ties;
    readonly Profile profile;
    readonly FadingPurses weights;
    readonly int longest;
    int depth = 1;

    EarCount(Contest contest, TieBreak ties)
    {
        (this.contest, this.ties, profile) = (contest, ties, contest.Profile);
        weights = new(profile.Groups, 1);
        for (var group = 0; group < profile.Groups; group++) longest = Math.Max(longest, profile.Listed(group).Length);
    }

    /// <summary>Funds projects until nobody's ranking goes on, and notes the ties that mattered.</summary>
    public static void Run(Contest contest) => TieTrial.Run(contest, (on, ties) => new EarCount(on, ties).Run(), isLocal: false);

    void Run()
    {
        while (depth <= Math.Max(1, longest) && Open() is { Count: > 0 } open)
        {
            var support = open.ToDictionary(position => position, Support);
            var enough = open.FindAll(position => weights.Sign(support[position], Price(position) * -1) >= 0);
            if (enough.Count == 0) depth++;
            else Buy(ties.First(Best(enough, support)), enough, support);
        }
    }

    // Those with the most votes for their cost.
    List<int> Best(List<int> enough, Dictionary<int, PurseSum> support)
    {
        var best = enough[0];
        foreach (var position in enough)
            if (Compare(position, best) > 0) best = position;
        return enough.FindAll(position => Compare(position, best) == 0);

        int Compare(int first, int second)
        {
            var (cost, other) = (profile.Cost(first), profile.Cost(second));
            if (cost == 0 || other == 0) return (cost == 0).CompareTo(other == 0);
            return weights.Sign(support[first].Times(other).Less(support[second].Times(cost)), 0);
        }
    }

    List<int> Open() => [.. Enumerable.Range(0, profile.Projects.Length).Where(contest.IsOpen)];

    // What a project costs in votes: its share of the budget, of all ballots.
    Fraction Price(int position) => contest.Budget == 0 ? 0 : new Fraction((BigInteger)profile.Cost(position) * profile.Ballots, contest.Budget);

    IEnumerable<int> Supporters(int position)
    {
        for (var i = profile.SupporterStart[position]; i < profile.SupporterStart[position + 1]; i++)
        {
            var group = profile.SupporterGroup[i];
            // The value of a place in a ranking is the number of places after it.
            if (profile.Listed(group).Length - profile.SupporterValue[i] <= depth) yield return group;
        }
    }

    PurseSum Support(int position)
    {
        var counts = new Dictionary<int, long>();
        foreach (var group in Supporters(position).Where(weights.HasMoney))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, weights.ClassOf(group), out _) += profile.Times[group];
        var sum = new PurseSum();
        foreach (var (one, voters) in counts) sum.Add(one, voters);
        return sum;
    }

    void Buy(int position, List<int> enough, Dictionary<int, PurseSum> support)
    {
        contest.Fund(position, contest.Detail == Detail.Decisions ? null : new()
        {
            Phase = "expanding_approvals",
            Score = depth,
            Supporters = Supporters(position).Sum(group => profile.Times[group]),
            Others = [.. enough.Where(other => other != position).OrderBy(ties.Place).Select(other => new Contender(profile.Number(other), depth))],
        });
        var isAll = weights.Sign(support[position], Price(position) * -1) == 0;
        weights.Pay(Price(position), new(), support[position], Supporters(position).Select(group => (group, (Fraction)1, isAll)));
    }
}

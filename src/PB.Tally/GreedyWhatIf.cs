// Longer than the house allows: the question is about a whole count, so its constructor takes all five things that a count is made from.
namespace PB.Tally;

/// <summary>What it would have taken: the list counted again without one project, asking at each place what that project would have found there.</summary>
/// <remarks>Going down the list the money falls, winners exclude, areas fill and the count stops, never the other way round: each answer is one place.</remarks>
sealed class GreedyWhatIf
{
    readonly GreedyRanking ranking;
    readonly Candidate candidate;
    readonly Candidate[] others;
    readonly Int128[] reach;
    readonly int fewestVotes;

    public GreedyWhatIf(GreedyRule rule, GreedyRanking ranking, Contest start, int[] list, int position)
    {
        (this.ranking, candidate) = (ranking, start.Candidates[position]);
        fewestVotes = Math.Max(start.MinimumVotes(position), start.Rule.RequireSupport ? 1 : 0);
        if (ranking.IsByVotes) fewestVotes = Math.Max(fewestVotes, (int)Math.Clamp(rule.MinimumScore ?? 0, 0, int.MaxValue));
        var rest = Array.FindAll(list, other => other != position);
        others = Array.ConvertAll(rest, other => start.Candidates[other]);
        reach = new Int128[list.Length];
        var fork = start.Fork();
        var pass = new GreedyPass(rule, ranking, fork);
        for (var place = 0; place < reach.Length; place++)
        {
            reach[place] = pass.Reach(position);
            if (place < rest.Length) pass.Take(rest[place], null);
        }
    }

    public int? VotesShort()
    {
        if (!ranking.IsByVotes) return null;
        var last = Array.FindLastIndex(reach, money => candidate.Cost <= money);
        if (last < 0) return null;
        var votes = Math.Max(candidate.Votes, fewestVotes);
        if (last == others.Length || IsBefore(votes)) return votes - candidate.Votes;
        return IsBefore(int.MaxValue) ? (int)Lowest(votes, int.MaxValue, number => IsBefore((int)number)) - candidate.Votes : null;

        bool IsBefore(int number) => ranking.Prefers(candidate with { Votes = number }, others[last]);
    }

    public Money? CheaperBy()
    {
        if (candidate.Votes < fewestVotes || candidate.Cost == 0 || !ranking.Reaches(candidate) || ranking.Score(candidate) < 0) return null;
        // The dearer, the later; but free of cost a project may stand elsewhere, so that is asked for by itself.
        if (candidate.Cost > 1 && IsFundedAt(1)) return new(Lowest(0, candidate.Cost - 1, off => IsFundedAt(candidate.Cost - off)));
        return IsFundedAt(0) ? new(candidate.Cost) : null;
    }

    bool IsFundedAt(long cost)
    {
        var cheaper = candidate with { Project = candidate.Project with { Cost = new(cost) } };
        return cost <= reach[Lowest(-1, others.Length, place => place == others.Length || ranking.Prefers(cheaper, others[place]))];
    }

    // The lowest number where it holds, above one where it does not and up to one where it does, of what holds from some number on.
    static long Lowest(long holdsNot, long holds, Func<long, bool> test)
    {
        while (holds - holdsNot > 1)
        {
            var middle = holdsNot + (holds - holdsNot) / 2;
            if (test(middle)) holds = middle;
            else holdsNot = middle;
        }
        return holds;
    }
}

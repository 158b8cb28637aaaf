// Longer than the house allows: the question is about a whole count, so its constructor takes all five things that a count is made from.
namespace PB.Tally;

/// <summary>What it would have taken: the list counted again without one project, asking at each place what that project would have found there.</summary>
/// <remarks>Going down the list the money falls, winners exclude and the count stops, never the other way round: each answer is one place.</remarks>
sealed class GreedyWhatIf
{
    readonly GreedyRule rule;
    readonly TieOrder ties;
    readonly Candidate candidate;
    readonly Candidate[] others;
    readonly Int128[] reach;

    public GreedyWhatIf(GreedyRule rule, TieOrder ties, Money budget, Candidate[] list, Candidate candidate)
    {
        (this.rule, this.ties, this.candidate) = (rule, ties, candidate);
        others = Array.FindAll(list, other => !ReferenceEquals(other, candidate));
        reach = new Int128[list.Length];
        var purse = new GreedyPurse(rule, budget);
        for (var place = 0; place < reach.Length; place++)
        {
            reach[place] = purse.Reach(candidate);
            if (place < others.Length) purse.Take(others[place]);
        }
    }

    public int? VotesShort()
    {
        var last = Array.FindLastIndex(reach, money => candidate.Cost <= money);
        if (last < 0) return null;
        var votes = Math.Max(rule.MinimumVotes, rule.RequireSupport ? 1 : 0);
        if (last < others.Length) votes = Math.Max(votes, VotesBefore(others[last]));
        return votes - candidate.Votes;
    }

    public Money? CheaperBy()
    {
        if (candidate.Votes < Math.Max(rule.MinimumVotes, rule.RequireSupport ? 1 : 0)) return null;
        var best = (Int128)(-1);
        for (var place = 0; place < reach.Length; place++)
        {
            if (place > 0 && others[place - 1].Votes < candidate.Votes) break;
            best = Int128.Max(best, Int128.Min(CostBefore(place), reach[place]));
        }
        return best < 0 ? null : new Money(candidate.Cost - (long)best);
    }

    int VotesBefore(Candidate other) => ties.Prefers(candidate with { Votes = other.Votes }, other) ? other.Votes : other.Votes + 1;

    // The highest cost below the present one that puts the candidate before whoever stands at this place; below zero if none does.
    long CostBefore(int place)
    {
        var highest = candidate.Cost - 1;
        if (place == others.Length || others[place].Votes < candidate.Votes) return highest;
        if (others[place].Votes > candidate.Votes) return -1;
        ReadOnlySpan<long> steps = [highest, Math.Min(highest, others[place].Cost), Math.Min(highest, others[place].Cost - 1)];
        foreach (var cost in steps)
            if (cost >= 0 && ties.Prefers(At(cost), others[place])) return cost;
        return -1;
    }

    Candidate At(long cost) => candidate with { Project = candidate.Project with { Cost = new(cost) } };
}

using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>A greedy rule on a contest: all that is still undecided there, in one pass down the list.</summary>
sealed class GreedyCount
{
    readonly GreedyRule rule;
    readonly Contest contest;
    readonly GreedyRanking ranking;
    readonly int[] list;
    readonly bool isAlone;

    /// <param name="isAlone">True if this pass is the whole rule, false if it completes another.</param>
    public GreedyCount(GreedyRule rule, Contest contest, bool isAlone)
    {
        Check(rule);
        contest.Reopen();
        (this.rule, this.contest, ranking, this.isAlone) = (rule, contest, new(rule, contest), isAlone);
        list = [.. Enumerable.Range(0, contest.Candidates.Length).Where(contest.IsUndecided)];
        Array.Sort(list, (x, y) => ranking.Compare(contest.Candidates[x], contest.Candidates[y]));
    }

    public void Run()
    {
        var (start, pass) = (contest.Fork(), new GreedyPass(rule, ranking, contest));
        for (var i = 0; i < list.Length; i++)
        {
            if (i == 0 || !AreEqual(list[i - 1], list[i])) NoteTie(i, pass);
            pass.Take(list[i], Why(list[i]), Missing(list[i], start, pass));
        }
    }

    // What a further vote or a lower price would do to the rule that this one completes is not for this pass to say.
    Shortfall Missing(int position, Contest start, GreedyPass pass)
    {
        if (contest.Detail == Detail.Decisions || !isAlone) return default;
        // Skipping, a loser changes nothing for the others, so what would do in one of several passes would do.
        if (rule.WhenItDoesNotFit != WhenItDoesNotFit.Skip && contest.Rule.Areas.Any(area => area.AtLeast > Money.Zero)) return default;
        if (pass.Decide(position) is Outcome.Funded or Outcome.ToppedUp) return default;
        var whatIf = new GreedyWhatIf(rule, ranking, start, list, position);
        return new(whatIf.VotesShort(), whatIf.CheaperBy());
    }

    // Alone and by votes, the votes on the line say it all.
    Decision? Why(int position)
    {
        if (contest.Detail == Detail.Decisions || isAlone && ranking.IsVotesAlone) return null;
        var candidate = contest.Candidates[position];
        return new() { Phase = "greedy", Score = ranking.Figure(candidate), Supporters = candidate.Votes };
    }

    bool AreEqual(int x, int y) => ranking.Equals(contest.Candidates[x], contest.Candidates[y]);

    void NoteTie(int first, GreedyPass pass)
    {
        var end = Array.FindIndex(list, first, position => !AreEqual(position, list[first]));
        var tied = GreedyTies.Among(list.AsSpan(first..(end < 0 ? list.Length : end)), rule, contest, pass);
        if (tied.IsEmpty) return;
        var order = tied.Select(contest.Profile.Number).ToImmutableArray();
        contest.Note(new() { Numbers = order.Sort(), DecidedBy = contest.Order.DecidedBy([.. tied.Select(position => contest.Candidates[position])]), Order = order });
    }

    static void Check(GreedyRule rule)
    {
        if (rule.MinimumSharePercent is < 1 or > 100)
            throw new ArgumentException($"The minimum share is {rule.MinimumSharePercent} per cent; it has to be from 1 to 100.");
        if (!Enum.IsDefined(rule.WhenItDoesNotFit)) throw new ArgumentException($"{rule.WhenItDoesNotFit} is no way to deal with a project that does not fit.");
        if (!Enum.IsDefined(rule.Order)) throw new ArgumentException($"{rule.Order} is no order of a greedy count.");
    }
}

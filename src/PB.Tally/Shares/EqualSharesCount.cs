namespace PB.Tally.Shares;

/// <summary>One count by an <see cref="EqualSharesRule"/> on a contest.</summary>
sealed class EqualSharesCount(EqualSharesRule rule, Contest contest)
{
    readonly Electorate electorate = new(contest.Profile, rule.Satisfaction);

    public void Run()
    {
        var starts = Starts.Of(rule, contest.Left, contest.Profile.Ballots);
        var increases = rule.Increase == Increase.None ? 0 : Increases(starts);
        foreach (var position in RunFrom(starts.At(increases)).Bought) contest.Fund(position);
        if (rule.FillUp == FillUp.None) return;
        contest.Reopen();
        MostVotesFirst.Run(contest);
    }

    SharesRun RunFrom(Fraction start)
    {
        var run = new SharesRun(electorate, new(contest, electorate), start, First);
        run.Finish();
        return run;
    }

    long Increases(Starts starts)
    {
        for (var increases = 0L; ; increases++)
        {
            var barriers = new Barriers(contest, electorate);
            var run = new SharesRun(electorate, new(contest, electorate), starts.At(increases), First);
            run.Finish();
            var left = contest.Left - run.Bought.Sum(electorate.Cost);
            if (left < 0) return increases - 1;
            foreach (var position in run.Bought) barriers.Buy(position);
            var rest = Enumerable.Range(0, electorate.Projects).Where(barriers.IsOpen).ToList();
            if (rest.Count == 0 || rule.StopsWhenExhaustive && !rest.Exists(position => electorate.Cost(position) <= left)) return increases;
        }
    }

    int First(IReadOnlyList<int> tied) => tied.MinBy(position => contest.Candidates[position], contest.Order);
}

namespace PB.Tally.Shares;

/// <summary>One count by an <see cref="EqualSharesRule"/> on a contest.</summary>
sealed class EqualSharesCount(EqualSharesRule rule, Contest contest)
{
    readonly Electorate electorate = new(contest.Profile, rule.Satisfaction);

    public void Run()
    {
        var starts = Starts.Of(rule, contest.Left, contest.Profile.Ballots);
        var increases = rule.Increase == Increase.None ? 0 : new Increases(rule, contest, electorate, starts).Find();
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

    int First(IReadOnlyList<int> tied) => tied.MinBy(position => contest.Candidates[position], contest.Order);
}

namespace PB.Tally.Shares;

/// <summary>One count by an <see cref="EqualSharesRule"/> on a contest.</summary>
sealed class EqualSharesCount
{
    readonly EqualSharesRule rule;
    readonly Contest contest;
    readonly Electorate electorate;
    readonly Fraction start;
    readonly long increases;

    public EqualSharesCount(EqualSharesRule rule, Contest contest)
    {
        Check(rule);
        (this.rule, this.contest, electorate) = (rule, contest, new(contest.Profile, rule.Satisfaction));
        var starts = Starts.Of(rule, contest.Left, contest.Profile.Ballots);
        increases = rule.Increase == Increase.None || starts.Step == 0 || electorate.Projects == 0 ? 0 : new Increases(rule, contest, electorate, starts).Find();
        start = starts.At(increases);
    }

    public void Run()
    {
        if (rule.ComparesWithGreedy && MorePreferGreedy())
        {
            MostVotesFirst(contest);
            return;
        }
        SharesRun? run = null;
        TieTrial.Run(contest, (on, ties) => run = Share(on, ties, run is null), FillUp, choice => run!.AllAtOneScore(choice.Tied));
        (contest.EachVoterHad, contest.Increases) = (start, increases);
        FillUp(contest);
        if (contest.Detail == Detail.WhatIf && ReferenceEquals(contest.Rule, rule) && !contest.IsFloor) new SharesWhatIf(rule, contest, increases).Run();
    }

    static void Check(EqualSharesRule rule)
    {
        if (rule.Unit <= Money.Zero) throw new ArgumentException($"The unit is {rule.Unit.MinorUnits}; it has to be above zero.");
        if (!Enum.IsDefined(rule.Increase)) throw new ArgumentException($"{rule.Increase} is no way to raise shares.");
        if (!Enum.IsDefined(rule.FillUp)) throw new ArgumentException($"{rule.FillUp} is no way to fill up.");
    }

    SharesRun Share(Contest on, TieBreak ties, bool isFirst)
    {
        var run = new SharesRun(electorate, new(on, electorate), start, ties);
        var story = isFirst && on.Detail != Detail.Decisions ? new SharesStory(electorate, on) : null;
        run.Finish(story);
        foreach (var (position, _) in run.Bought) on.Fund(position, story?.Decisions[position]);
        for (var position = 0; position < electorate.Projects; position++)
            if (on.IsEligible(position) && electorate.Cost(position) <= on.Budget) on.Explain(position, Outcome.SupportersCannotPay, story?.Decisions[position]);
        return run;
    }

    void FillUp(Contest on)
    {
        if (rule.FillUp == Tally.FillUp.Greedy) MostVotesFirst(on);
        if (rule.FillUp != Tally.FillUp.Phragmen) return;
        on.Reopen();
        PhragmenCount.Run(on);
    }

    static void MostVotesFirst(Contest on) => new GreedyRule { FreeLast = true }.Run(on);

    // A voter prefers the outcome with more funded projects of the own choice, or with more points or places.
    bool MorePreferGreedy()
    {
        var (shares, greedy) = (contest.Fork(), contest.Fork());
        Share(shares, TieBreak.Of(shares), false);
        FillUp(shares);
        MostVotesFirst(greedy);
        var (funded, instead) = (shares.Funded.ToHashSet(), greedy.Funded.ToHashSet());
        var balance = 0L;
        for (var group = 0; group < electorate.Times.Length; group++)
            balance += electorate.Times[group] * (long)Math.Sign(electorate.Worth(group, instead) - electorate.Worth(group, funded));
        return balance > 0;
    }
}

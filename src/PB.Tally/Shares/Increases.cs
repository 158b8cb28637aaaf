namespace PB.Tally.Shares;

/// <summary>Finds how often every voter's money is raised: not run by run, but by stretches of increases whose runs buy the same.</summary>
/// <remarks>
/// The stretches are taken in order, without gaps, so the first increase at which the count has to stop is found though the condition may hold and fail
/// again further on. Where a stretch was cut, the run as it stood before that decision is kept for the increases behind the cut.
/// </remarks>
sealed class Increases
{
    const long MemoryForCopies = 256_000_000;

    readonly EqualSharesRule rule;
    readonly Contest contest;
    readonly Electorate electorate;
    readonly Starts starts;
    readonly Barriers barriers;
    readonly StretchPricing pricing;
    readonly Func<int, int, bool> prefers;
    readonly List<StretchRun> kept = [];
    readonly int most;
    long width = 1;

    public Increases(EqualSharesRule rule, Contest contest, Electorate electorate, Starts starts)
    {
        (this.rule, this.contest, this.electorate, this.starts) = (rule, contest, electorate, starts);
        (barriers, pricing) = (new(contest, electorate), new(electorate));
        prefers = (position, other) => contest.Order.Prefers(contest.Candidates[position], contest.Candidates[other]);
        most = (int)Math.Clamp(MemoryForCopies / (40L * (electorate.Times.Length + 1)), 1, 64);
    }

    /// <summary>The number of increases whose run is the outcome.</summary>
    public long Find()
    {
        for (var next = 0L; ;)
        {
            var (bought, last) = Outcome(next);
            if (Verdict(bought) is { } back) return next - back;
            next = last + 1;
        }
    }

    // What the run of this number of increases buys, and the last number for which all between buy the same.
    (List<int> Bought, long Last) Outcome(long next)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var run = attempt == 0 ? Kept(next) ?? Fresh(next, width) : Fresh(next, attempt == 1 ? width / 8 : 0);
            if (run.Base == next) width = run.To + 1;
            var isFinished = run.Finish(Keep);
            run.Release();
            if (!isFinished) continue;
            if (attempt == 0 && kept.Count == 0) width = Math.Min(width * 2, 1L << 40);
            return (run.Bought, run.Base + run.To);
        }
        var exact = new SharesRun(electorate, barriers.Copy(), starts.At(next), TieBreak.Of(contest));
        exact.Finish();
        return ([.. exact.Bought.Select(bought => bought.Position)], next);
    }

    StretchRun? Kept(long next)
    {
        while (kept.Count > 0)
        {
            var run = kept[^1];
            kept.RemoveAt(kept.Count - 1);
            run.From = next - run.Base;
            if (run.From <= run.To) return run;
            run.Release();
        }
        return null;
    }

    StretchRun Fresh(long next, long width)
    {
        return new(pricing, barriers.Copy(), new(electorate, starts.At(next), starts.Step, width), prefers) { Base = next, To = width };
    }

    void Keep(StretchRun run)
    {
        if (kept.Count < most && run.To > run.From) kept.Add(run.Copy());
    }

    // Null to go on; otherwise how many increases to go back.
    long? Verdict(List<int> bought)
    {
        var left = contest.Left - bought.Sum(electorate.Cost);
        if (left < 0) return 1;
        var open = barriers.Copy();
        foreach (var position in bought) open.Buy(position);
        var rest = Enumerable.Range(0, electorate.Projects).Where(open.IsOpen).ToList();
        return rest.Count == 0 || rule.StopsWhenExhaustive && !rest.Exists(position => electorate.Cost(position) <= left) ? 0 : null;
    }
}

namespace PB.Tally.Shares;

/// <summary>Finds how often every voter's money is raised: not run by run, but by stretches of increases whose runs buy the same.</summary>
/// <remarks>
/// The stretches are taken in order, without gaps, so the first increase at which the count has to stop is found though the condition may hold and fail
/// again further on. Where a stretch was cut, the run as it stood before that decision is kept for the increases behind the cut. Where a run does not know the purses
/// well enough to decide, what it has bought so far is certain all the same: it goes on from there in a narrower stretch, and later in the rest of its own.
/// </remarks>
sealed class Increases
{
    const long MemoryForCopies = 256_000_000;
    const long MostAtOnce = 1L << 36;

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
        var run = Kept(next) ?? Fresh(next);
        var isReady = !run.IsOutline;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if ((isReady || Narrow(run)) && run.Finish(Keep))
            {
                run.Release();
                if (attempt == 0) width = Math.Min(2 * width + 1, MostAtOnce);
                return (run.Bought, run.Base + run.To);
            }
            (isReady, width) = (false, attempt == 0 ? width / 8 : 0);
        }
        run.Release();
        return (Exactly(next), next);
    }

    List<int> Exactly(long next)
    {
        var run = new SharesRun(electorate, barriers.Copy(), starts.At(next), TieBreak.Of(contest));
        run.Finish();
        return run.Bought.ConvertAll(bought => bought.Position);
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

    StretchRun Fresh(long next)
    {
        var to = 8 * width;
        return new(pricing, barriers.Copy(), Purses(next, to), prefers) { Base = next, To = to };
    }

    // Goes back to a narrower stretch; the outline of the run is kept for the increases behind it.
    bool Narrow(StretchRun run)
    {
        var to = Math.Min(run.To, run.From + width);
        if (to < run.To) kept.Add(run.Outline());
        return run.Narrow(Purses(run.Base, to), to);
    }

    StretchPurses Purses(long at, long to) => new(electorate, starts.At(at), starts.Step, to);

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

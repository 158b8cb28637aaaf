namespace PB.Tally.Shares;

/// <summary>Finds how often every voter's money is raised: not run by run, but by stretches of increases whose runs buy the same.</summary>
/// <remarks>
/// The stretches are taken in order, without gaps, so the first increase at which the count has to stop is found though the condition may hold and fail
/// again further on. Where a stretch was cut, the run as it stood before that decision is kept for the increases behind the cut.
/// </remarks>
sealed class Increases
{
    const long MemoryForCopies = 128_000_000;
    const long Widest = 1L << 40;

    readonly EqualSharesRule rule;
    readonly Contest contest;
    readonly Electorate electorate;
    readonly Starts starts;
    readonly Func<int, int, bool> prefers;
    readonly List<StretchRun> kept = [];
    readonly int most;
    long width = 1;
    int calm, calmAfterFailure;

    public Increases(EqualSharesRule rule, Contest contest, Electorate electorate, Starts starts)
    {
        (this.rule, this.contest, this.electorate, this.starts) = (rule, contest, electorate, starts);
        prefers = (position, other) => contest.Order.Prefers(contest.Candidates[position], contest.Candidates[other]);
        most = (int)Math.Clamp(MemoryForCopies / StretchPurses.Bytes(electorate), 1, 64);
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
        if (Kept(next) is { } kept && Finish(kept)) return (kept.Bought, kept.Base + kept.To);
        var first = Fresh(next, width);
        if (Finish(first))
        {
            if (calm-- <= 0) width = Math.Min(2 * width + 1, Widest);
            return (first.Bought, next + first.To);
        }
        Narrow();
        var narrow = Fresh(next, 0);
        if (Finish(narrow)) return (narrow.Bought, next);
        var exact = new SharesRun(electorate, new(contest, electorate), starts.At(next), TieBreak.Of(contest));
        exact.Finish();
        return ([.. exact.Bought.Select(bought => bought.Position)], next);
    }

    // Where wide stretches fail again and again, it takes longer each time until a wider one is tried.
    void Narrow()
    {
        width /= 4;
        calm = calmAfterFailure = Math.Min(2 * calmAfterFailure + 1, 3);
    }

    // A run that fails before it bought anything more may still do for later increases.
    bool Finish(StretchRun run)
    {
        var bought = run.Bought.Count;
        if (run.Finish(Keep)) return true;
        if (bought > 0 && run.Bought.Count == bought) kept.Add(run);
        return false;
    }

    StretchRun? Kept(long next)
    {
        while (kept.Count > 0)
        {
            var run = kept[^1];
            kept.RemoveAt(kept.Count - 1);
            if (run.Base + run.To < next) continue;
            run.From = next - run.Base;
            return run;
        }
        return null;
    }

    StretchRun Fresh(long next, long width)
    {
        var (start, step) = (starts.At(next), starts.Step);
        var line = new Line(Rounding.Quotient(start.Numerator, start.Denominator), Rounding.Quotient(step.Numerator, step.Denominator));
        return new(electorate, new(contest, electorate), new(electorate, line, width), prefers) { Base = next, To = width };
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
        var barriers = new Barriers(contest, electorate);
        foreach (var position in bought) barriers.Buy(position);
        var rest = Enumerable.Range(0, electorate.Projects).Where(barriers.IsOpen).ToList();
        return rest.Count == 0 || rule.StopsWhenExhaustive && !rest.Exists(position => electorate.Cost(position) <= left) ? 0 : null;
    }
}

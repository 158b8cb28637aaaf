namespace PB.Tally.Shares;

/// <summary>
/// The runs of equal shares from all starts of a stretch of increases at once, as long as they buy the same: where they begin to differ, the stretch is cut.
/// </summary>
/// <remarks>
/// At each decision one project must be certain to have the lowest score at every number of increases of the stretch; the stretch is shortened
/// from its far end until that is so. What is then bought is bought in every run of what remains. Nothing is decided by doubles that their bounds do not prove:
/// where not even the first run of the stretch can be decided, <see cref="Finish"/> says so, and it is left to <see cref="SharesRun"/>.
/// </remarks>
sealed class StretchRun
{
    readonly StretchPricing pricing;
    readonly Func<int, int, bool> prefers;
    readonly Barriers barriers;
    readonly StretchBids bids;
    StretchPurses? purses;

    public StretchRun(StretchPricing pricing, Barriers barriers, StretchPurses purses, Func<int, int, bool> prefers)
    {
        (this.pricing, this.barriers, this.purses, this.prefers) = (pricing, barriers, purses, prefers);
        bids = new(pricing, barriers, purses);
    }

    StretchRun(StretchRun other, StretchPurses? purses)
    {
        (prefers, this.purses, barriers, bids) = (other.prefers, purses, other.barriers.Copy(), other.bids.Copy());
        (pricing, Bought, Base, From, To) = (other.pricing, [.. other.Bought], other.Base, other.From, other.To);
    }

    /// <summary>The number of increases from which the run counts its own.</summary>
    public long Base { get; init; }

    /// <summary>The first and the last number of increases, from <see cref="Base"/>, for which it holds.</summary>
    public long From { get; set; }

    /// <summary>See <see cref="From"/>.</summary>
    public long To { get; set; }

    public List<int> Bought { get; } = [];

    StretchPurses Purses => purses ?? throw new InvalidOperationException("An outline does not go on.");

    /// <summary>True if the run has no purses: it has to be narrowed before it goes on.</summary>
    public bool IsOutline => purses is null;

    public StretchRun Copy() => new(this, purses?.Copy());

    /// <summary>The same without purses: what was bought, and what is known of the bids.</summary>
    public StretchRun Outline() => new(this, null);

    /// <summary>Gives the memory of the purses back.</summary>
    public void Release()
    {
        purses?.Release();
        purses = null;
    }

    /// <summary>
    /// Holds from now on only up to <paramref name="to"/>, with purses that are better known: what was bought in the whole stretch is paid for again, and nothing decided
    /// anew. False if a price has no bound from above even so.
    /// </summary>
    /// <param name="start">The purses of the narrower stretch before anybody paid.</param>
    /// <param name="to">No more than <see cref="To"/>.</param>
    public bool Narrow(StretchPurses start, long to)
    {
        Release();
        (purses, To) = (start, to);
        foreach (var position in Bought)
        {
            var bid = pricing.Certified(start, pricing.Raise(start, bids[position], From, To), From, To);
            if (!double.IsFinite(bid.Slack)) return false;
            pricing.Pay(start, bid, From, To);
        }
        return true;
    }

    /// <summary>Buys to the end; false if a decision cannot be made even for the first run of the stretch.</summary>
    /// <param name="cut">Told, before the stretch is cut at a decision, the run as it stands.</param>
    public bool Finish(Action<StretchRun> cut)
    {
        Fit();
        while (true)
        {
            bids.Begin(barriers);
            pricing.Begin();
            var (winner, to) = new StretchChoice(pricing, Purses, new(barriers, bids, prefers), (From, To)).Decide(pricing.WonLast[Bought.Count]);
            if (to < From) return false;
            if (to < To) Cut(to, cut);
            if (winner is not { } bid) return true;
            pricing.Pay(Purses, bid, From, To);
            pricing.WonLast[Bought.Count] = bid.Position;
            Bought.Add(bid.Position);
            barriers.Buy(bid.Position);
        }
    }

    void Cut(long to, Action<StretchRun> cut)
    {
        cut(this);
        To = to;
        Fit();
    }

    void Fit()
    {
        bids.Fit(From, To);
        pricing.Draw(Purses, From, To);
    }
}

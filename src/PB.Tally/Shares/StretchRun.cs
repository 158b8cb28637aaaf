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
    const double CloseEnough = 1 + 1e-9;

    readonly StretchPricing pricing;
    readonly Func<int, int, bool> prefers;
    readonly StretchPurses purses;
    readonly Barriers barriers;
    readonly StretchBids bids;

    public StretchRun(StretchPricing pricing, Barriers barriers, StretchPurses purses, Func<int, int, bool> prefers)
    {
        (this.pricing, this.barriers, this.purses, this.prefers) = (pricing, barriers, purses, prefers);
        bids = new(pricing, barriers, purses);
    }

    StretchRun(StretchRun other)
    {
        (prefers, purses, barriers, bids) = (other.prefers, other.purses.Copy(), other.barriers.Copy(), other.bids.Copy());
        (pricing, Bought, Base, From, To) = (other.pricing, [.. other.Bought], other.Base, other.From, other.To);
    }

    /// <summary>The number of increases from which the run counts its own.</summary>
    public long Base { get; init; }

    /// <summary>The first and the last number of increases, from <see cref="Base"/>, for which it holds.</summary>
    public long From { get; set; }

    /// <summary>See <see cref="From"/>.</summary>
    public long To { get; set; }

    public List<int> Bought { get; } = [];

    public StretchRun Copy() => new(this);

    /// <summary>Gives the memory back; only what was bought may still be asked.</summary>
    public void Release() => purses.Release();

    /// <summary>Buys to the end; false if a decision cannot be made even for the first run of the stretch.</summary>
    /// <param name="cut">Told, before the stretch is cut at a decision, the run as it stands.</param>
    public bool Finish(Action<StretchRun> cut)
    {
        bids.Fit(From, To);
        while (true)
        {
            bids.Begin(barriers);
            var (winner, to) = Decide();
            if (to < From) return false;
            if (to < To) Cut(to, cut);
            if (winner is not { } bid) return true;
            pricing.Pay(purses, bid, From, To);
            Bought.Add(bid.Position);
            barriers.Buy(bid.Position);
        }
    }

    void Cut(long to, Action<StretchRun> cut)
    {
        cut(this);
        To = to;
        bids.Fit(From, To);
    }

    // The winner, if any project can be paid for, and the last increase up to which that is certain; before From if it is certain nowhere.
    (Bid? Winner, long To) Decide()
    {
        if (Leader() is not { } lowest) return (null, LastUnpayable());
        var leader = FirstOfEquals(lowest);
        var winner = pricing.Certified(purses, bids[leader], From, To);
        var to = bids.LastPayable(winner, From, To);
        if (to < From) return (winner, to);
        var ceiling = StretchBids.Over(bids.Highest(winner), From, To);
        foreach (var position in bids.Open)
            if (position != leader && to >= From && !bids.IsAbove(position, ceiling)) to = LastBeaten(position, winner, ceiling, to);
        return (winner, to);
    }

    // Of projects whose scores are exactly equal throughout, the one that the tie rule prefers.
    int FirstOfEquals(int leader)
    {
        var limit = bids.Near(leader) * CloseEnough;
        foreach (var position in bids.Open)
        {
            if (bids.Near(position) > limit || !barriers.IsOpen(position)) continue;
            if (!bids.IsFresh(position)) Refresh(position);
            if (barriers.IsOpen(position) && bids.Compare(position, leader) == 0 && prefers(position, leader)) leader = position;
        }
        return leader;
    }

    int? Leader()
    {
        while (bids.Lowest(prefers) is { } lowest)
        {
            if (bids.IsFresh(lowest)) return lowest;
            Refresh(lowest);
        }
        return null;
    }

    // Looks at the supporters.
    void Refresh(int position)
    {
        if (!bids.Renew(pricing.Raise(purses, bids[position], From, To), From, To)) return;
        barriers.Close(position);
        bids.Close(position);
    }

    // The last increase up to which certainly nothing can be paid for.
    long LastUnpayable()
    {
        var to = To;
        foreach (var position in bids.Open)
        {
            if (!bids.IsFresh(position)) Refresh(position);
            if (barriers.IsOpen(position)) to = Math.Min(to, bids.LastUnpayable(position, From, to));
        }
        return to;
    }

    // The last increase up to which this project certainly loses to the winner, or cannot be paid for.
    long LastBeaten(int position, in Bid winner, in Ceiling ceiling, long to)
    {
        if (!bids.IsFresh(position)) Refresh(position);
        if (!barriers.IsOpen(position) || bids.IsAbove(position, ceiling) || IsTiedBehind(position, winner)) return to;
        var (floor, highest) = (bids.Floor(position), bids.Highest(winner));
        var last = bids.LastUnpayable(position, From, to);
        return floor.IsAbove(highest, From) ? Math.Max(last, floor.LastAbove(highest, From, to)) : last;
    }

    // Certified without anybody on the wrong side, the winner has exactly the score that is compared; the other has it at least.
    bool IsTiedBehind(int position, in Bid winner)
    {
        if (winner.Price != bids[winner.Position].Price && !pricing.Electorate.AreTwins(position, winner.Position)) return false;
        return bids.Compare(position, winner.Position) is { } order && (order > 0 || order == 0 && prefers(winner.Position, position));
    }
}

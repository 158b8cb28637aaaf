namespace PB.Tally.Shares;

/// <summary>One decision of a <see cref="StretchRun"/>: which project has the lowest score, and how far along the stretch that is certain.</summary>
sealed class StretchChoice(StretchPricing pricing, StretchPurses purses, StretchRace race, (long From, long To) stretch)
{
    const double CloseEnough = 1 + 1e-9;

    readonly Barriers barriers = race.Barriers;
    readonly StretchBids bids = race.Bids;
    readonly Func<int, int, bool> prefers = race.Prefers;
    readonly long from = stretch.From;
    readonly long end = stretch.To;

    /// <summary>The winner, if any project can be paid for, and the last increase up to which that is certain; before the first if it is certain nowhere.</summary>
    public (Bid? Winner, long To) Decide(int likely)
    {
        if (Leader(likely) is not { } lowest) return (null, LastUnpayable());
        var leader = FirstOfEquals(lowest);
        var winner = pricing.Certified(purses, bids[leader], from, end);
        var to = bids.LastPayable(winner, from, end);
        if (to < from) return (winner, to);
        var ceiling = Ceiling.Over(bids.Highest(winner), from, end);
        foreach (var position in bids.Open)
            if (position != leader && to >= from && !bids.IsAbove(position, ceiling) && !Glance(position, ceiling)) to = LastBeaten(position, winner, ceiling, to);
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

    // The likely winner first: then one glance shows of most others that they lose to it.
    int? Leader(int likely)
    {
        if (bids.MayWin(likely)) Refresh(likely);
        var best = bids.MayWin(likely) ? likely : -1;
        while (bids.Lowest(prefers) is { } lowest)
        {
            if (bids.IsFresh(lowest)) return lowest;
            if (best >= 0 && Glance(lowest, bids.Known(best))) continue;
            Refresh(lowest);
            if (bids.MayWin(lowest) && (best < 0 || bids.Near(lowest) < bids.Near(best))) best = lowest;
        }
        return null;
    }

    // True if a glance, taken once, is enough to see that the score is above this.
    bool Glance(int position, in Ceiling ceiling)
    {
        if (bids.IsFresh(position) || bids.IsSeen(position)) return false;
        var price = Math.Max(ceiling.Near, ceiling.Far) * pricing.Electorate.Scale(position);
        bids.Lift(position, pricing.Glance(position, price));
        return bids.IsAbove(position, ceiling);
    }

    // Looks at the supporters.
    void Refresh(int position)
    {
        if (!bids.Renew(pricing.Raise(purses, bids[position], from, end), from, end)) return;
        barriers.Close(position);
        bids.Close(position);
    }

    // The last increase up to which certainly nothing can be paid for.
    long LastUnpayable()
    {
        var to = end;
        foreach (var position in bids.Open)
        {
            if (!bids.IsFresh(position)) Refresh(position);
            if (barriers.IsOpen(position)) to = Math.Min(to, bids.LastUnpayable(position, from, to));
        }
        return to;
    }

    // The last increase up to which this project certainly loses to the winner, or cannot be paid for.
    long LastBeaten(int position, in Bid winner, in Ceiling ceiling, long to)
    {
        if (!bids.IsFresh(position)) Refresh(position);
        if (!barriers.IsOpen(position) || bids.IsAbove(position, ceiling) || IsTiedBehind(position, winner)) return to;
        var (floor, highest) = (bids.Floor(position), bids.Highest(winner));
        var last = bids.LastUnpayable(position, from, to);
        return floor.IsAbove(highest, from) ? Math.Max(last, floor.LastAbove(highest, from, to)) : last;
    }

    // Certified without anybody on the wrong side, the winner has exactly the score that is compared; the other has it at least.
    bool IsTiedBehind(int position, in Bid winner)
    {
        if (winner.Price != bids[winner.Position].Price && !pricing.Electorate.AreTwins(position, winner.Position)) return false;
        return bids.Compare(position, winner.Position) is { } order && (order > 0 || order == 0 && prefers(winner.Position, position));
    }
}

/// <summary>Which projects are open, what is known of them, and which of two equals the tie rule prefers.</summary>
sealed record StretchRace(Barriers Barriers, StretchBids Bids, Func<int, int, bool> Prefers);

using System.Numerics;

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

    readonly Electorate electorate;
    readonly StretchPricing pricing;
    readonly Func<int, int, bool> prefers;
    readonly StretchPurses purses;
    readonly Barriers barriers;
    readonly Bid[] bids;
    readonly bool[] isFresh;

    public StretchRun(Electorate electorate, Barriers barriers, StretchPurses purses, Func<int, int, bool> prefers)
    {
        (this.electorate, this.barriers, this.purses, this.prefers, pricing) = (electorate, barriers, purses, prefers, new(electorate));
        (bids, isFresh) = (new Bid[electorate.Projects], new bool[electorate.Projects]);
        for (var position = 0; position < bids.Length; position++)
            if (barriers.IsOpen(position)) bids[position] = pricing.First(position, purses);
    }

    StretchRun(StretchRun other)
    {
        (electorate, pricing, prefers, purses, barriers) = (other.electorate, other.pricing, other.prefers, other.purses.Copy(), other.barriers.Copy());
        (bids, isFresh, Bought, Base, From, To) = ([.. other.bids], [.. other.isFresh], [.. other.Bought], other.Base, other.From, other.To);
    }

    /// <summary>The number of increases from which the run counts its own.</summary>
    public long Base { get; init; }

    /// <summary>The first and the last number of increases, from <see cref="Base"/>, for which it holds.</summary>
    public long From { get; set; }

    /// <summary>See <see cref="From"/>.</summary>
    public long To { get; set; }

    public List<int> Bought { get; } = [];

    (long, long) Stretch => (From, To);

    public StretchRun Copy() => new(this);

    /// <summary>Buys to the end; false if a decision cannot be made even for the first run of the stretch.</summary>
    /// <param name="cut">Told, before the stretch is cut at a decision, the run as it stands.</param>
    public bool Finish(Action<StretchRun> cut)
    {
        while (true)
        {
            Array.Clear(isFresh);
            var (winner, to) = Decide();
            if (to < From) return false;
            if (to < To) cut(this);
            To = to;
            if (winner is not { } bid) return true;
            purses.Pay(bid, From, To);
            Bought.Add(bid.Position);
            barriers.Buy(bid.Position);
        }
    }

    // The winner, if any project can be paid for, and the last increase up to which that is certain; before From if it is certain nowhere.
    (Bid? Winner, long To) Decide()
    {
        var (leader, to) = (Leader() is { } lowest ? FirstOfEquals(lowest) : (int?)null, To);
        Bid? winner = leader is { } first ? StretchPricing.Certified(purses, bids[first], Stretch) : null;
        if (winner is { } bid) to = LastPayable(bid, to);
        for (var position = 0; position < bids.Length && to >= From; position++)
            if (barriers.IsOpen(position) && position != leader) to = LastBeaten(position, winner, to);
        return (winner, to);
    }

    // Of projects whose scores are exactly equal throughout, the one that the tie rule prefers.
    int FirstOfEquals(int leader)
    {
        var limit = Floor(leader).At(From) * CloseEnough;
        for (var position = 0; position < bids.Length; position++)
        {
            while (barriers.IsOpen(position) && !isFresh[position] && Floor(position).At(From) <= limit) Refresh(position);
            if (barriers.IsOpen(position) && isFresh[position] && Compare(position, leader) == 0 && prefers(position, leader)) leader = position;
        }
        return leader;
    }

    // The project with the lowest bound at the near end, of those that may be payable there.
    int? Leader()
    {
        while (true)
        {
            int? leader = null;
            for (var position = 0; position < bids.Length; position++)
                if (barriers.IsOpen(position) && IsPayable(position) && (leader is null || IsBefore(position, leader.Value))) leader = position;
            if (leader is null || isFresh[leader.Value]) return leader;
            Refresh(leader.Value);
        }
    }

    bool IsBefore(int position, int other)
    {
        var (score, least) = (Floor(position).At(From), Floor(other).At(From));
        return score < least || score == least && prefers(position, other);
    }

    bool IsPayable(int position) => !new Line(electorate.Cost(position), 0).IsAbove(bids[position].Most, From);

    // One more look at the supporters.
    void Refresh(int position)
    {
        (bids[position], isFresh[position]) = pricing.Raise(purses, bids[position], Stretch);
        var cost = new Line(electorate.Cost(position), 0);
        if (cost.IsAbove(bids[position].Most, From) && cost.IsAbove(bids[position].Most, To)) barriers.Close(position);
    }

    long LastPayable(Bid bid, long to)
    {
        var cost = new Line(electorate.Cost(bid.Position), 0);
        if (!double.IsFinite(bid.Slack) || !bid.Least.IsAbove(cost, From)) return From - 1;
        return bid.Least.LastAbove(cost, From, to);
    }

    // The last increase up to which this project certainly loses to the winner, or cannot be paid for.
    long LastBeaten(int position, Bid? winner, long to)
    {
        if (winner is { } bid && IsBeatenThroughout(position, bid, to)) return to;
        while (!isFresh[position])
        {
            Refresh(position);
            if (!barriers.IsOpen(position) || winner is { } first && IsBeatenThroughout(position, first, to)) return to;
        }
        var (last, cost) = (From - 1, new Line(electorate.Cost(position), 0));
        if (cost.IsAbove(bids[position].Most, From)) last = cost.LastAbove(bids[position].Most, From, to);
        if (winner is not { } best) return last;
        if (IsTiedBehind(position, best)) return to;
        var (floor, ceiling) = (Floor(position), Ceiling(best));
        return floor.IsAbove(ceiling, From) ? Math.Max(last, floor.LastAbove(ceiling, From, to)) : last;
    }

    bool IsBeatenThroughout(int position, Bid winner, long to)
    {
        var (floor, ceiling) = (Floor(position), Ceiling(winner));
        return floor.IsAbove(ceiling, From) && floor.IsAbove(ceiling, to);
    }

    // Certified without anybody on the wrong side, the winner has exactly the score that is compared; the other has it at least.
    bool IsTiedBehind(int position, Bid winner)
    {
        if (winner.Price != bids[winner.Position].Price && !electorate.AreTwins(position, winner.Position)) return false;
        return Compare(position, winner.Position) is { } order && (order > 0 || order == 0 && prefers(winner.Position, position));
    }

    // Compares two scores throughout the stretch, exactly: where everybody can pay the full price or has nothing, it is cost / weight; null where that is not so.
    int? Compare(int position, int other)
    {
        var (one, two) = (bids[position], bids[other]);
        if (electorate.AreTwins(position, other)) return 0;
        if (!one.IsWithoutPoor || !two.IsWithoutPoor || Math.Max(one.Weight, two.Weight) >= 1L << 53) return null;
        return (electorate.Cost(position) * new BigInteger(two.Weight) * electorate.Scale(other))
            .CompareTo(electorate.Cost(other) * new BigInteger(one.Weight) * electorate.Scale(position));
    }

    Line Floor(int position) => (bids[position].Price + -bids[position].Slack) / electorate.Scale(position);

    Line Ceiling(Bid bid) => (bid.Price + bid.Slack) / electorate.Scale(bid.Position);
}

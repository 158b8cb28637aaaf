using System.Numerics;

namespace PB.Tally.Shares;

/// <summary>
/// The bids of all projects during a <see cref="StretchRun"/>, with what of them is asked most: bounds from below of their scores at the two ends of the stretch.
/// </summary>
/// <remarks>Money only falls and prices only rise during a run, so what was found at an earlier decision still bounds.</remarks>
sealed class StretchBids
{
    const double Margin = Ceiling.Margin;

    readonly Electorate electorate;
    readonly Bid[] bids;
    readonly double[] near;
    readonly double[] far;
    readonly double[] lifted;
    readonly bool[] isFresh;
    readonly bool[] isSeen;
    readonly bool[] mayPay;
    int[] open;

    public StretchBids(StretchPricing pricing, Barriers barriers, StretchPurses purses)
    {
        electorate = pricing.Electorate;
        var projects = electorate.Projects;
        (bids, near, far, lifted) = (new Bid[projects], new double[projects], new double[projects], new double[projects]);
        (isFresh, isSeen, mayPay) = (new bool[projects], new bool[projects], new bool[projects]);
        open = [.. Enumerable.Range(0, projects).Where(barriers.IsOpen)];
        foreach (var position in open) bids[position] = pricing.First(position, purses);
    }

    StretchBids(StretchBids other)
    {
        (electorate, bids, near, far, lifted) = (other.electorate, [.. other.bids], [.. other.near], [.. other.far], [.. other.lifted]);
        (isFresh, isSeen, mayPay, open) = ([.. other.isFresh], [.. other.isSeen], [.. other.mayPay], other.open);
    }

    /// <summary>The projects that were open when the present decision began.</summary>
    public ReadOnlySpan<int> Open => open;

    public ref readonly Bid this[int position] => ref bids[position];

    public StretchBids Copy() => new(this);

    /// <summary>True if a project was looked at since the present decision began.</summary>
    public bool IsFresh(int position) => isFresh[position];

    /// <summary>Begins a decision.</summary>
    public void Begin(Barriers barriers)
    {
        Array.Clear(isFresh);
        Array.Clear(isSeen);
        open = Array.FindAll(open, barriers.IsOpen);
    }

    /// <summary>Finds the bounds again, at other ends.</summary>
    public void Fit(long from, long to)
    {
        foreach (var position in open) Bound(position, from, to);
    }

    /// <summary>Notes what was found out about a project; true if its supporters cannot pay for it anywhere in the stretch.</summary>
    public bool Renew(in Bid bid, long from, long to)
    {
        var position = bid.Position;
        (bids[position], isFresh[position]) = (bid, true);
        Bound(position, from, to);
        return !mayPay[position] && Cost(position).IsAbove(bid.Most, to);
    }

    /// <summary>Notes a price that the true one is not below, anywhere in the stretch.</summary>
    public void Lift(int position, double price)
    {
        isSeen[position] = true;
        var score = price / electorate.Scale(position) * (1 - Margin);
        lifted[position] = Math.Max(lifted[position], score);
        (near[position], far[position]) = (Math.Max(near[position], score), Math.Max(far[position], score));
    }

    /// <summary>True if a project is open and its supporters may be able to pay at the near end.</summary>
    public bool MayWin(int position) => mayPay[position] && double.IsFinite(near[position]) && Array.BinarySearch(open, position) >= 0;

    /// <summary>True if a project was glanced at since the present decision began.</summary>
    public bool IsSeen(int position) => isSeen[position];

    /// <summary>The bounds from below of a project's score at both ends.</summary>
    public Ceiling Known(int position) => new(near[position], far[position]);

    /// <summary>Leaves a project out of what is asked from now on.</summary>
    public void Close(int position) => (near[position], far[position], mayPay[position]) = (double.PositiveInfinity, double.PositiveInfinity, false);

    /// <summary>The project with the lowest bound at the near end, of those that may be payable there.</summary>
    public int? Lowest(Func<int, int, bool> prefers)
    {
        int? lowest = null;
        var least = double.PositiveInfinity;
        foreach (var position in open)
            if (near[position] <= least && mayPay[position] && (near[position] < least || lowest is null || prefers(position, lowest.Value))) (lowest, least) = (position, near[position]);
        return lowest;
    }

    /// <summary>The bound from below of a project's score at the near end.</summary>
    public double Near(int position) => near[position];

    /// <summary>True if a project's score is certainly above this line throughout the stretch.</summary>
    public bool IsAbove(int position, in Ceiling ceiling) => near[position] > ceiling.Near && far[position] > ceiling.Far;

    /// <summary>The line that a project's score is not below.</summary>
    public Line Floor(int position) => (bids[position].Price + -bids[position].Slack) / electorate.Scale(position);

    /// <summary>The line that the score of a certified bid is not above.</summary>
    public Line Highest(in Bid bid) => (bid.Price + bid.Slack) / electorate.Scale(bid.Position);

    /// <summary>The last increase up to which the supporters of a certified bid can certainly pay; before <paramref name="from"/> if that is not certain there.</summary>
    public long LastPayable(in Bid bid, long from, long to)
    {
        var cost = Cost(bid.Position);
        return double.IsFinite(bid.Slack) && bid.Least.IsAbove(cost, from) ? bid.Least.LastAbove(cost, from, to) : from - 1;
    }

    /// <summary>The last increase up to which a project's supporters certainly cannot pay; before <paramref name="from"/> if that is not certain there.</summary>
    public long LastUnpayable(int position, long from, long to)
    {
        var cost = Cost(position);
        return cost.IsAbove(bids[position].Most, from) ? cost.LastAbove(bids[position].Most, from, to) : from - 1;
    }

    /// <summary>
    /// Compares two scores throughout the stretch, exactly: where everybody can pay the full price or has nothing, it is cost / weight; null where that is not so.
    /// </summary>
    public int? Compare(int position, int other)
    {
        if (electorate.AreTwins(position, other)) return 0;
        ref readonly var one = ref bids[position];
        ref readonly var two = ref bids[other];
        if (!one.IsWithoutPoor || !two.IsWithoutPoor || Math.Max(one.Weight, two.Weight) >= 1L << 53) return null;
        return (electorate.Cost(position) * new BigInteger(two.Weight) * electorate.Scale(other))
            .CompareTo(electorate.Cost(other) * new BigInteger(one.Weight) * electorate.Scale(position));
    }

    Line Cost(int position) => new(electorate.Cost(position), 0);

    void Bound(int position, long from, long to)
    {
        var floor = Floor(position);
        (near[position], far[position]) = (Math.Max(lifted[position], floor.At(from) - Margin * floor.Size(from)), Math.Max(lifted[position], floor.At(to) - Margin * floor.Size(to)));
        mayPay[position] = !Cost(position).IsAbove(bids[position].Most, from);
    }
}

// Longer than the house allows: the loops over supporters belong to the proof of their bounds.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PB.Tally.Shares;

/// <summary>The supporters of one project laid side by side, so that several are looked at at once, and again and again.</summary>
/// <remarks>
/// The rows are filled up with supporters of no voters and no money, who add nothing to any sum. A sum over them rounds at most once for each entry.
/// The loops are compiled at once for the machine they run on: code that is compiled beforehand does not know how wide its vectors are.
/// </remarks>
sealed class StretchSupporters
{
    const double Tiny = Rounding.Unit;

    Vector<double>[] values = [], slopes = [], slacks = [], fulls = [], moneys = [];
    int entries;

    // How many vectors are in use.
    int length;

    /// <summary>The share of a sum by which it may be wrong.</summary>
    public double Rounded => (entries + 4) * 2 * Tiny;

    /// <summary>Fills the rows: full is what a supporter pays for each unit of the price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void LayOut(Purse[] purses, ReadOnlySpan<int> groups, ReadOnlySpan<double> weights)
    {
        Resize(groups.Length);
        var value = Row(values, groups.Length);
        var slope = Row(slopes, groups.Length);
        var slack = Row(slacks, groups.Length);
        var full = Row(fulls, groups.Length);
        for (var i = 0; i < groups.Length; i++)
        {
            ref readonly var purse = ref purses[groups[i]];
            value[i] = purse.Value;
            slope[i] = purse.Slope;
            slack[i] = purse.Slack;
            full[i] = purse.Voters;
        }
        for (var i = 0; i < weights.Length; i++) full[i] *= weights[i];
    }

    /// <summary>What all have together, and by how much that may be wrong; from now on the poor are asked at <paramref name="middle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (Line All, double Slack) Together(double middle, long to)
    {
        Vector<double> value = default, slope = default, slack = default, size = default, steepness = default;
        var (ofValue, ofSlope, ofSlack, money) = (values, slopes, slacks, moneys);
        for (var i = 0; i < length; i++)
        {
            money[i] = ofValue[i] + ofSlope[i] * middle;
            value += ofValue[i];
            slope += ofSlope[i];
            slack += ofSlack[i];
            size += Vector.Abs(ofValue[i]);
            steepness += Vector.Abs(ofSlope[i]);
        }
        return (new(Vector.Sum(value), Vector.Sum(slope)), Vector.Sum(slack) * (1 + Rounded) + Rounded * (Vector.Sum(size) + Vector.Sum(steepness) * to));
    }

    /// <summary>What those have in the middle who have less than the price, and the weight of the others: nearly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double Poor, double Weight) Split(double price)
    {
        Vector<double> poor = default, weight = default;
        var full = fulls.AsSpan(0, length);
        var money = moneys.AsSpan(0, full.Length);
        for (var i = 0; i < full.Length; i++)
        {
            var isPoor = Vector.LessThan<double>(money[i], full[i] * price);
            poor += money[i] & isPoor;
            weight += Vector.AndNot(full[i], isPoor);
        }
        return (Vector.Sum(poor), Vector.Sum(weight));
    }

    /// <summary>Sums over the supporters, of whom those are poor who have less than the price in the middle.</summary>
    /// <param name="price">The price of a unit of weight.</param>
    /// <param name="to">The last number of increases of the stretch.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public StretchSums Divide(double price, long to)
    {
        Vector<double> value = default, slope = default, slack = default, size = default, weight = default;
        for (var i = 0; i < length; i++)
        {
            var isPoor = Vector.LessThan<double>(moneys[i], fulls[i] * price);
            value += values[i] & isPoor;
            slope += slopes[i] & isPoor;
            slack += slacks[i] & isPoor;
            size += (Vector.Abs(values[i]) + Vector.Abs(slopes[i]) * to) & isPoor;
            weight += Vector.AndNot(fulls[i], isPoor);
        }
        var poor = new Line(Vector.Sum(value), Vector.Sum(slope));
        return new()
        {
            Poor = poor,
            PoorSlack = Vector.Sum(slack) * (1 + Rounded) + Rounded * Vector.Sum(size) * (1 + Rounded),
            IsWithoutPoor = slack == Vector<double>.Zero && size == Vector<double>.Zero,
            Weight = Vector.Sum(weight),
        };
    }

    /// <summary>
    /// What the division into poor and others at a price misses, if the true price is from <paramref name="bid"/> to its line plus <paramref name="more"/>: the money on the
    /// wrong side, and the weight of the others who may be poor.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double Money, double Weight) Missed(in Bid bid, double more, long from, long to)
    {
        Vector<double> money = default, weight = default;
        for (var i = 0; i < length; i++)
        {
            var (full, isPoor) = (fulls[i], Vector.LessThan<double>(moneys[i], fulls[i] * bid.SplitAt));
            var slack = slacks[i] + Roundings(i, bid.Price, to);
            var (near, far) = Left(i, bid.Price, from, to);
            var (least, most) = (Vector.MinNative(near, far) - slack, Vector.MaxNative(near, far) + slack);
            var isDoubtful = Vector.AndNot(Vector.LessThan<double>(least - full * (bid.Slack + more), Vector<double>.Zero), isPoor);
            money += (Vector.MaxNative(Vector<double>.Zero, most) & isPoor) + (Vector.MaxNative(Vector<double>.Zero, full * bid.Slack - least) & isDoubtful);
            weight += full & isDoubtful;
        }
        return (Vector.Sum(money) * (1 + Rounded), Vector.Sum(weight) * (1 + Rounded));
    }

    /// <summary>Takes the price from the supporters: whoever has less is left with nothing.</summary>
    /// <remarks>
    /// What is left is y = max(0, x). Where x may be on both sides of zero, from −a to b, y lies between λx and λ(x + a) with λ = b / (a + b),
    /// so it is taken as λ(x + a/2), wrong by at most λa/2 more than λ times what x is wrong by.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pay(in Bid bid, long from, long to)
    {
        for (var i = 0; i < length; i++)
        {
            var slack = (slacks[i] + fulls[i] * bid.Slack) * (1 + 8 * Tiny) + Roundings(i, bid.Price, to);
            var (near, far) = Left(i, bid.Price, from, to);
            var (least, most) = (Vector.MinNative(near, far) - slack, Vector.MaxNative(near, far) + slack);
            var isSure = Vector.GreaterThanOrEqual<double>(least, Vector<double>.Zero);
            var hasSome = Vector.AndNot(Vector.GreaterThan<double>(most, Vector<double>.Zero), Vector.Equals<double>(slacks[i], Vector<double>.Zero));
            var share = Vector.ConditionalSelect(isSure, Vector<double>.One, most / (most - least));
            var shift = Vector.AndNot(least / 2, isSure);
            values[i] = share * (values[i] - fulls[i] * bid.Price.Value - shift) & hasSome;
            slopes[i] = share * (slopes[i] - fulls[i] * bid.Price.Slope) & hasSome;
            slacks[i] = (share * (slack - shift) * (1 + 8 * Tiny) + 8 * Tiny * slack) & hasSome;
        }
    }

    /// <summary>Puts what they have left into their purses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void PutBack(Purse[] purses, ReadOnlySpan<int> groups)
    {
        var value = Row(values, groups.Length);
        var slope = Row(slopes, groups.Length);
        var slack = Row(slacks, groups.Length);
        for (var i = 0; i < groups.Length; i++)
        {
            ref var purse = ref purses[groups[i]];
            purse = new(value[i], slope[i], slack[i], purse.Voters);
        }
    }

    /// <summary>How many parts of a <see cref="StretchSketch"/> each voter has at most, anywhere in the stretch; 0 only for those who have nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<double> Parts((double Each, double Most) scale, long from, long to)
    {
        for (var i = 0; i < length; i++)
        {
            var most = Vector.MaxNative(values[i] + slopes[i] * from, values[i] + slopes[i] * to) + slacks[i] + 16 * Tiny * (Vector.Abs(values[i]) + Vector.Abs(slopes[i]) * to);
            var parts = Vector.MinNative(most * scale.Each / fulls[i], new(scale.Most)) + Vector<double>.One;
            moneys[i] = parts & Vector.GreaterThan<double>(most, Vector<double>.Zero);
        }
        return Row(moneys, entries);
    }

    // What is left after paying the price at both ends of the stretch; below zero where they have less.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    (Vector<double> Near, Vector<double> Far) Left(int i, Line price, long from, long to)
    {
        var (value, slope) = (values[i] - fulls[i] * price.Value, slopes[i] - fulls[i] * price.Slope);
        return (value + slope * from, value + slope * to);
    }

    // What finding out what is left may round away.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector<double> Roundings(int i, Line price, long to) =>
        16 * Tiny * (Vector.Abs(values[i]) + fulls[i] * Math.Abs(price.Value) + (Vector.Abs(slopes[i]) + fulls[i] * Math.Abs(price.Slope)) * to);

    void Resize(int count)
    {
        (entries, length) = (count, (count + Vector<double>.Count - 1) / Vector<double>.Count);
        if (length > values.Length)
            (values, slopes, slacks, fulls, moneys) = (new Vector<double>[length], new Vector<double>[length], new Vector<double>[length], new Vector<double>[length], new Vector<double>[length]);
        if (length > 0) (values[length - 1], slopes[length - 1], slacks[length - 1], fulls[length - 1]) = (default, default, default, default);
    }

    static Span<double> Row(Vector<double>[] row, int count) => MemoryMarshal.Cast<Vector<double>, double>(row.AsSpan())[..count];
}

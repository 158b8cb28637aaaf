// Longer than the house allows: the loops over supporters belong to the proof of their bounds.
using System.Runtime.Intrinsics;

namespace PB.Tally.Shares;

/// <summary>What every group has left in the runs of a whole stretch of increases at once: within bounds that are proved.</summary>
/// <remarks>
/// For each group a vector (value, slope, slack, voters): together its voters have value + slope × d, wrong by at most slack, at each number d of
/// increases from <c>From</c> to <c>To</c>; never less than nothing. Every operation adds to the slack more than it may have rounded away.
/// </remarks>
sealed class StretchPurses
{
    const double Tiny = Rounding.Unit;

    readonly Electorate electorate;
    readonly Vector256<double>[] groups;

    public StretchPurses(Electorate electorate, Fraction start, Fraction step, long to)
    {
        this.electorate = electorate;
        var (value, slope) = (Rounding.Quotient(start.Numerator, start.Denominator), Rounding.Quotient(step.Numerator, step.Denominator));
        Start = new(value, slope);
        groups = new Vector256<double>[electorate.Times.Length];
        for (var group = 0; group < groups.Length; group++)
            groups[group] = Vector256.Create(value, slope, 8 * Tiny * (value + slope * to), 1) * electorate.Times[group];
    }

    StretchPurses(StretchPurses other) => (electorate, groups, Start) = (other.electorate, [.. other.groups], other.Start);

    /// <summary>What every voter starts with.</summary>
    public Line Start { get; }

    public StretchPurses Copy() => new(this);

    /// <summary>Sums over a project's supporters, of whom those are poor who have less than the price in the middle of the stretch.</summary>
    /// <param name="position">The project.</param>
    /// <param name="price">The price of a unit of weight.</param>
    /// <param name="middle">The number of increases at which they are asked.</param>
    /// <param name="to">The last number of increases of the stretch.</param>
    public StretchSums Split(int position, double price, double middle, long to)
    {
        var (first, end) = electorate.Entries(position);
        Vector256<double> all = default, poor = default, sizes = default;
        var weight = 0.0;
        for (var entry = first; entry < end; entry++)
        {
            var (group, own) = (groups[electorate.Group(entry)], electorate.Weight(entry));
            var isPoor = Vector256.LessThan(Vector256.Create(group[0] + group[1] * middle), Vector256.Create(group[3] * (own * price)));
            all += group;
            poor += group & isPoor;
            sizes += Vector256.Abs(group);
            weight += Vector256.AndNot(group, isPoor)[3] * own;
        }
        // Each of the sums has rounded at most once for each entry.
        var rounded = (end - first + 4) * 2 * Tiny;
        var slack = rounded * (sizes[0] + sizes[1] * to);
        return new()
        {
            All = new(all[0], all[1]),
            AllSlack = all[2] * (1 + rounded) + slack,
            Poor = new(poor[0], poor[1]),
            PoorSlack = poor[2] * (1 + rounded) + slack,
            IsWithoutPoor = poor.WithElement(3, 0) == Vector256<double>.Zero,
            Weight = weight,
            WeightRounded = rounded,
        };
    }

    /// <summary>
    /// What the division into poor and others at a price misses, if the true price is from <paramref name="bid"/> to its line plus <paramref name="more"/>: the money on the
    /// wrong side, and the weight of the others who may be poor.
    /// </summary>
    public (double Money, double Weight) Missed(Bid bid, double more, long from, long to)
    {
        var (first, end) = electorate.Entries(bid.Position);
        var (money, weight) = (0.0, 0.0);
        for (var entry = first; entry < end; entry++)
        {
            var (group, own) = (groups[electorate.Group(entry)], electorate.Weight(entry));
            var isPoor = group[0] + group[1] * bid.Middle < group[3] * (own * bid.SplitAt);
            var full = group[3] * own;
            var (value, slope) = (group[0] - full * bid.Price.Value, group[1] - full * bid.Price.Slope);
            var slack = group[2] + 16 * Tiny * (Math.Abs(group[0]) + full * Math.Abs(bid.Price.Value) + (Math.Abs(group[1]) + full * Math.Abs(bid.Price.Slope)) * to);
            var (near, far) = (value + slope * from, value + slope * to);
            if (isPoor) money += Math.Max(0, Math.Max(near, far) + slack);
            else if (Math.Min(near, far) - slack - full * (bid.Slack + more) < 0)
            {
                money += Math.Max(0, full * bid.Slack + slack - Math.Min(near, far));
                weight += full;
            }
        }
        var rounded = 1 + (end - first + 4) * 2 * Tiny;
        return (money * rounded, weight * rounded);
    }

    /// <summary>Takes the price from the supporters: whoever has less is left with nothing.</summary>
    /// <remarks>
    /// What is left is y = max(0, x). Where x may be on both sides of zero, from −a to b, y lies between λx and λ(x + a) with λ = b / (a + b),
    /// so it is taken as λ(x + a/2), wrong by at most λa/2 more than λ times what x is wrong by.
    /// </remarks>
    public void Pay(Bid bid, long from, long to)
    {
        var (first, end) = electorate.Entries(bid.Position);
        for (var entry = first; entry < end; entry++)
        {
            ref var group = ref groups[electorate.Group(entry)];
            if (group[2] == 0) continue;
            var full = group[3] * electorate.Weight(entry);
            var (value, slope) = (group[0] - full * bid.Price.Value, group[1] - full * bid.Price.Slope);
            var slack = (group[2] + full * bid.Slack) * (1 + 8 * Tiny)
                + 16 * Tiny * (Math.Abs(group[0]) + full * Math.Abs(bid.Price.Value) + (Math.Abs(group[1]) + full * Math.Abs(bid.Price.Slope)) * to);
            var (near, far) = (value + slope * from, value + slope * to);
            group = Left(new(value, slope), slack, Math.Min(near, far) - slack, Math.Max(near, far) + slack).WithElement(3, group[3]);
        }
    }

    static Vector256<double> Left(Line line, double slack, double least, double most)
    {
        if (most <= 0) return default;
        if (least >= 0) return Vector256.Create(line.Value, line.Slope, slack, 0);
        var share = most / (most - least);
        return Vector256.Create(share * (line.Value - least / 2), share * line.Slope, share * (slack - least / 2) * (1 + 8 * Tiny) + 8 * Tiny * slack, 0);
    }
}

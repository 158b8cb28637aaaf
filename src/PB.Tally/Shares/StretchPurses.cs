// Longer than the house allows: the loops over supporters stand beside the proof of their bounds.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PB.Tally.Shares;

/// <summary>What every group has left in the runs of a whole stretch of increases at once: within bounds that are proved.</summary>
/// <remarks>
/// At each number d of increases in the stretch the voters of a group have value + slope × d together, wrong by at most the slack, and never less than
/// nothing. Every operation adds to the slack more than it may have rounded away: each is wrong by one unit of its result, and sixteen units
/// of the sizes of all that goes in are added for a handful of operations.
/// </remarks>
sealed class StretchPurses
{
    const double Tiny = Rounding.Unit;
    const int Ahead = 24;

    readonly Purse[] purses;
    readonly LiveSupporters supporters;

    public StretchPurses(Electorate electorate, Line start, long to)
    {
        (Start, supporters, purses) = (start, new(electorate), new Purse[electorate.Times.Length]);
        var slack = 8 * Tiny * start.Size(to);
        for (var group = 0; group < purses.Length; group++)
        {
            var voters = (double)electorate.Times[group];
            purses[group] = new(start.Value * voters, start.Slope * voters, slack * voters, voters);
        }
    }

    StretchPurses(StretchPurses other) => (Start, supporters, purses) = (other.Start, other.supporters.Copy(), [.. other.purses]);

    /// <summary>The memory that a copy takes.</summary>
    public static long Bytes(Electorate electorate) => 32L * (electorate.Times.Length + 1) + 4L * electorate.AllGroups.Length + 8L * electorate.AllWeights.Length;

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
        Vector256<double> all = default, poor = default, others = default, sizes = default;
        var groups = supporters.Groups(position);
        var weights = supporters.Weights(position);
        var (mask, live) = (supporters.Mask, 0);
        for (var place = 0; place < groups.Length; place++)
        {
            var (group, own) = (groups[place], weights[place & mask]);
            Fetch(groups, place);
            ref var purse = ref purses[group];
            var vector = Unsafe.As<Purse, Vector256<double>>(ref purse);
            var isPoor = Vector256.LessThan(Vector256.Create(purse.Value + purse.Slope * middle), Vector256.Create(purse.Voters * (own * price)));
            all += vector;
            poor += vector & isPoor;
            others += Vector256.AndNot(vector, isPoor) * own;
            sizes += Vector256.Abs(vector);
            // Whoever has nothing is not looked at again.
            (groups[live], weights[live & mask]) = (group, own);
            live += purse.IsEmpty ? 0 : 1;
        }
        // Each of the sums has rounded at most once for each entry.
        var rounded = (groups.Length + 4) * 2 * Tiny;
        supporters.Cut(position, live);
        var slack = rounded * (sizes[0] + sizes[1] * to);
        return new()
        {
            All = new(all[0], all[1]),
            AllSlack = all[2] * (1 + rounded) + slack,
            Poor = new(poor[0], poor[1]),
            PoorSlack = poor[2] * (1 + rounded) + slack,
            IsWithoutPoor = poor.WithElement(3, 0) == Vector256<double>.Zero,
            Weight = others[3],
            WeightRounded = rounded,
        };
    }

    /// <summary>
    /// What the division into poor and others at a price misses, if the true price is at most <paramref name="more"/> above the bid with its slack: the money
    /// on the wrong side, and the weight of the others who may be poor.
    /// </summary>
    public (double Money, double Weight) Missed(Bid bid, double more, long from, long to)
    {
        var (money, weight, mask) = (0.0, 0.0, supporters.Mask);
        var groups = supporters.Groups(bid.Position);
        var weights = supporters.Weights(bid.Position);
        for (var place = 0; place < groups.Length; place++)
        {
            Fetch(groups, place);
            ref readonly var purse = ref purses[groups[place]];
            var own = weights[place & mask];
            var full = purse.Voters * own;
            var side = Side(purse.Value + purse.Slope * bid.Middle - purse.Voters * (own * bid.SplitAt));
            var (near, far, slack) = After(purse, full, bid, from, to);
            // Nearly everybody is far on one side: that is told without a branch that depends on which.
            if (Math.Min(side * near, side * far) - slack - full * (bid.Slack + more) >= 0) continue;
            var (least, most) = (Math.Min(near, far) - slack, Math.Max(near, far) + slack);
            if (side < 0) money += Math.Max(0, most);
            else
            {
                money += Math.Max(0, full * bid.Slack - least);
                weight += full;
            }
        }
        var rounded = 1 + (groups.Length + 4) * 2 * Tiny;
        return (money * rounded, weight * rounded);
    }

    /// <summary>Takes the price from the supporters: whoever has less is left with nothing.</summary>
    /// <remarks>
    /// What is left is y = max(0, x). Where x may be on both sides of zero, from −a to b, y lies between λx and λ(x + a) with λ = b / (a + b),
    /// so it is taken as λ(x + a/2), wrong by at most λa/2 more than λ times what x is wrong by.
    /// </remarks>
    public void Pay(Bid bid, long from, long to)
    {
        var groups = supporters.Groups(bid.Position);
        var weights = supporters.Weights(bid.Position);
        var mask = supporters.Mask;
        for (var place = 0; place < groups.Length; place++)
        {
            Fetch(groups, place);
            ref var purse = ref purses[groups[place]];
            if (purse.IsEmpty) continue;
            var full = purse.Voters * weights[place & mask];
            var (near, far, slack) = After(purse, full, bid, from, to);
            slack += full * bid.Slack * (1 + 8 * Tiny);
            var side = Side(near + far);
            // All or nothing is left to nearly everybody.
            var share = (1 + side) / 2;
            var shift = 0.0;
            if (Math.Min(side * near, side * far) < slack)
            {
                var (least, most) = (Math.Min(near, far) - slack, Math.Max(near, far) + slack);
                share = least >= 0 ? 1 : most <= 0 ? 0 : most / (most - least);
                shift = least >= 0 ? 0 : least / 2;
            }
            purse = new(
                share * (purse.Value - full * bid.Price.Value - shift),
                share * (purse.Slope - full * bid.Price.Slope),
                share * ((slack - shift) * (1 + 8 * Tiny) + 8 * Tiny * (Math.Abs(near) + Math.Abs(far))),
                purse.Voters);
        }
    }

    // With a million groups nearly every purse is far from the last one in memory: it is asked for while others are worked on. A hint, which reads and changes nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    unsafe void Fetch(ReadOnlySpan<int> groups, int place)
    {
        if (Sse.IsSupported && place + Ahead < groups.Length) Sse.Prefetch0(Unsafe.AsPointer(ref purses[groups[place + Ahead]]));
    }

    static double Side(double difference) => Math.CopySign(1, difference);

    // What the group would have after the full price at both ends of the stretch, debts included, and by how much that may be wrong but for the price's own slack.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (double Near, double Far, double Slack) After(in Purse purse, double full, in Bid bid, long from, long to)
    {
        var (value, slope) = (purse.Value - full * bid.Price.Value, purse.Slope - full * bid.Price.Slope);
        var size = Math.Abs(purse.Value) + full * Math.Abs(bid.Price.Value) + (Math.Abs(purse.Slope) + full * Math.Abs(bid.Price.Slope)) * to;
        return (value + slope * from, value + slope * to, purse.Slack + 16 * Tiny * size);
    }
}

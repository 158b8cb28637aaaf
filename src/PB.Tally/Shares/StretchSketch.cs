using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PB.Tally.Shares;

/// <summary>
/// The purses of a stretch, drawn coarsely: for each voter a whole number of parts that the purse is not above anywhere in the stretch. Where ballots are long it shows
/// at a glance, without fetching a single purse, that a project's score is above that of another.
/// </summary>
/// <remarks>
/// Who is taken for poor does not matter to a bound from below, as <see cref="Pricing"/> shows, nor does it hurt to take the poor for richer than they are. Sums of whole numbers are exact.
/// </remarks>
sealed class StretchSketch
{
    // More than roundings of a handful of operations.
    const double Margin = 1 + 64 * Rounding.Unit;
    const double Smallest = 1e-9;

    // Four of them fit into a lane.
    const int Parts = 16_000;
    const int Lanes = 16;
    const int LongBallots = 64;

    // For each of four vectors in turn the bits that mark their voters in a word of 64, which lies there four times.
    static readonly Vector256<short>[] Bits = [.. Enumerable.Range(0, 4).Select(turn => Vector256.Create([.. Enumerable.Range(0, Lanes).Select(lane => unchecked((short)(1 << (4 * turn + lane / 4))))]))];

    readonly Electorate electorate;
    readonly int[] firstVoter;
    readonly Vector256<short>[] most;
    readonly long[] supporters;
    readonly int words;
    double part;

    /// <summary>Draws nothing yet, but lays out who supports what, a bit for each voter and project.</summary>
    public StretchSketch(Electorate electorate)
    {
        this.electorate = electorate;
        firstVoter = new int[electorate.Times.Length + 1];
        for (var group = 0; group < electorate.Times.Length; group++) firstVoter[group + 1] = firstVoter[group] + electorate.Times[group];
        words = (firstVoter[^1] + 63) / 64;
        (most, supporters) = (new Vector256<short>[4 * words], new long[words * electorate.Projects]);
        for (var position = 0; position < electorate.Projects; position++) Mark(position);
    }

    /// <summary>True if ballots are so long, and so few alike, that drawing pays.</summary>
    public static bool IsOfUse(Electorate electorate)
    {
        var (voters, supports) = (electorate.Times.Sum(times => (long)times), electorate.Supporters.Sum(count => (long)count));
        return electorate.IsUniform && voters <= 2L * electorate.Times.Length && supports * LongBallots > voters * electorate.Projects;
    }

    /// <summary>Draws all purses, for a stretch.</summary>
    public void Draw(ReadOnlySpan<Purse> purses, Line start, long from, long to)
    {
        part = Math.Max(Smallest, Math.Max(start.At(from), start.At(to))) / Parts;
        for (var group = 0; group < electorate.Times.Length; group++) Draw(group, Parted(purses[group], from, to));
    }

    /// <summary>Draws the purses of some groups again, of which the parts are known.</summary>
    public void Draw(ReadOnlySpan<int> groups, ReadOnlySpan<double> parts)
    {
        for (var i = 0; i < groups.Length; i++) Draw(groups[i], parts[i]);
    }

    /// <summary>How many parts go into a unit of money, or slightly more; and how many a purse has at most.</summary>
    public (double Each, double Most) Scale => (Margin / part, Parts);

    /// <summary>A price that the true one is not below, anywhere in the stretch: by taking those for poor who have less than this price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Floor(int position, double price)
    {
        var limit = (short)Math.Clamp(price / part, 0, Parts + 2);
        var (parts, poor, atOnce) = (0L, 0L, Math.Max(1, ushort.MaxValue / 4 / Math.Max((short)1, limit)));
        for (var word = 0; word < words; word += atOnce)
        {
            var (sum, count) = Poor(position, word, Math.Min(words, word + atOnce), limit);
            (parts, poor) = (parts + sum, poor + count);
        }
        var rest = electorate.Cost(position) * (1 - 8 * Rounding.Unit) - parts * part * Margin;
        return rest > 0 && poor < electorate.Supporters[position] ? rest / (electorate.Supporters[position] - poor) / Margin : 0;
    }

    // The parts that the poor among these have, and how many those are; no more words at once than so that a lane holds the parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    (long Parts, long Voters) Poor(int position, int word, int end, short limit)
    {
        Vector256<ushort> sum = default, count = default;
        var (first, second, third, fourth, bound) = (Bits[0], Bits[1], Bits[2], Bits[3], Vector256.Create(limit));
        ref var drawn = ref MemoryMarshal.GetArrayDataReference(most);
        for (; word < end; word++)
        {
            var marks = Vector256.Create(supporters[position * words + word]).AsInt16();
            Add(ref sum, ref count, Unsafe.Add(ref drawn, 4 * word), marks, first, bound);
            Add(ref sum, ref count, Unsafe.Add(ref drawn, 4 * word + 1), marks, second, bound);
            Add(ref sum, ref count, Unsafe.Add(ref drawn, 4 * word + 2), marks, third, bound);
            Add(ref sum, ref count, Unsafe.Add(ref drawn, 4 * word + 3), marks, fourth, bound);
        }
        return (Total(sum), Total(count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(ref Vector256<ushort> sum, ref Vector256<ushort> count, Vector256<short> drawn, Vector256<short> marks, Vector256<short> bits, Vector256<short> limit)
    {
        var isPoor = Vector256.Equals(marks & bits, bits) & Vector256.LessThan(drawn, limit);
        sum += (drawn & isPoor).AsUInt16();
        count -= isPoor.AsUInt16();
    }

    static long Total(Vector256<ushort> lanes)
    {
        var (low, high) = Vector256.Widen(lanes);
        return Vector256.Sum(low + high);
    }

    double Parted(in Purse purse, long from, long to)
    {
        var money = Math.Max(purse.Value + purse.Slope * from, purse.Value + purse.Slope * to) + purse.Slack + 16 * Rounding.Unit * (Math.Abs(purse.Value) + Math.Abs(purse.Slope) * to);
        return money > 0 ? Math.Min(money / (purse.Voters * part) * Margin, Parts) + 1 : 0;
    }

    void Draw(int group, double parts)
    {
        var voters = MemoryMarshal.Cast<Vector256<short>, short>(most.AsSpan());
        for (var voter = firstVoter[group]; voter < firstVoter[group + 1]; voter++) voters[voter] = (short)parts;
    }

    void Mark(int position)
    {
        var (first, end) = electorate.Entries(position);
        for (var entry = first; entry < end; entry++)
            for (var voter = firstVoter[electorate.Group(entry)]; voter < firstVoter[electorate.Group(entry) + 1]; voter++)
                supporters[position * words + voter / 64] |= 1L << (16 * (voter % 4) + 4 * (voter / 16 % 4) + voter % 16 / 4);
    }
}

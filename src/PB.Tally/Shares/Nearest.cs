using System.Numerics;

namespace PB.Tally.Shares;

/// <summary>Doubles near exact numbers.</summary>
static class Nearest
{
    /// <summary>No operation on doubles is wrong by a larger share of its result, short of the range's ends: 2^-53.</summary>
    public const double Unit = 1.1102230246251565e-16;

    /// <summary>The quotient of whole numbers, the first at least 0, the second above; wrong by at most two units.</summary>
    public static double Quotient(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero) return 0;
        // Whole quotients of at least 62 bits: the part cut off is below 2^-61 of it, and the conversion rounds once.
        var shift = (int)(62 + denominator.GetBitLength() - numerator.GetBitLength());
        var quotient = shift >= 0 ? (numerator << shift) / denominator : numerator / (denominator << -shift);
        return Math.ScaleB((double)(ulong)quotient, -shift);
    }
}

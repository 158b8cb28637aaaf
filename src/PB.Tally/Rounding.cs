using System.Globalization;
using System.Numerics;

namespace PB.Tally;

/// <summary>Between exact numbers and those that only filter or are only shown.</summary>
static class Rounding
{
    /// <summary>Two to the power of -53: no operation on doubles is wrong by a larger share of its result, short of the range's ends.</summary>
    public const double Unit = 1.1102230246251565e-16;

    /// <summary>The quotient of two whole numbers above or equal to zero as a double; wrong by at most 2 <see cref="Unit"/> of its size.</summary>
    public static double Quotient(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero) return 0;
        // A whole quotient of at least 62 bits: cutting off the rest loses less than a share of 2^-61, the conversion at most one unit.
        var shift = (int)(62 + denominator.GetBitLength() - numerator.GetBitLength());
        var quotient = shift >= 0 ? (numerator << shift) / denominator : numerator / (denominator << -shift);
        return Math.ScaleB((double)(ulong)quotient, -shift);
    }

    /// <summary>What <see cref="Fraction.ToDecimal"/> gives with 12 digits, from a double above or equal to zero if that is near enough.</summary>
    /// <param name="near">The double.</param>
    /// <param name="error">The share of it by which it may be wrong.</param>
    /// <param name="exact">Asked only if the double is too near to where the digits change.</param>
    public static decimal Shown(double near, double error, Func<Fraction> exact)
    {
        var (low, high) = (Digits(near * (1 - 2 * error)), Digits(near * (1 + 2 * error)));
        return low != high ? exact().ToDecimal() : decimal.Parse(low, NumberStyles.Float, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m;
    }

    static string Digits(double number) => number.ToString("E11", CultureInfo.InvariantCulture);
}

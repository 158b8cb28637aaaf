using System.Numerics;

namespace PB.Tally;

/// <summary>Two whole numbers of parts between which an exact number lies, a part being 2^-256. Every operation rounds outwards.</summary>
readonly record struct Enclosure(BigInteger Low, BigInteger High)
{
    const int Bits = 256;

    public static readonly Enclosure One = new(BigInteger.One << Bits, BigInteger.One << Bits);

    /// <summary>-1 or 1 if it is certain that the number is below or above zero, 0 if it is certain to be zero, and otherwise null.</summary>
    public int? Sign => Low.Sign > 0 ? 1 : High.Sign < 0 ? -1 : Low.IsZero && High.IsZero ? 0 : null;

    public static Enclosure Of(Fraction number) => One.Times(number);

    public static Enclosure operator +(Enclosure left, Enclosure right) => new(left.Low + right.Low, left.High + right.High);

    public static Enclosure operator -(Enclosure left, Enclosure right) => new(left.Low - right.High, left.High - right.Low);

    /// <summary>The product with an exact number.</summary>
    public Enclosure Times(Fraction factor)
    {
        var (low, high) = factor.Numerator.Sign >= 0 ? (Low, High) : (High, Low);
        return new(Floor(low * factor.Numerator, factor.Denominator), -Floor(-high * factor.Numerator, factor.Denominator));
    }

    /// <summary>The product with a whole number of 0 or more.</summary>
    public Enclosure Times(long factor) => new(Low * factor, High * factor);

    /// <summary>The product of numbers that are not below zero.</summary>
    public Enclosure Times(Enclosure other) => new((Clear(Low) * Clear(other.Low)) >> Bits, -((-High * other.High) >> Bits));

    /// <summary>The quotient of a number not below zero and one above zero; null if that is not certain to be above.</summary>
    public Enclosure? Over(Enclosure other) =>
        other.Low.Sign <= 0 ? null : new Enclosure(Floor(Clear(Low) << Bits, other.High), -Floor(-High << Bits, other.Low));

    /// <summary>The number for people, if all of its 12 digits are certain.</summary>
    public decimal? Shown()
    {
        var (low, high) = (new Fraction(Low, One.Low).ToDecimal(), new Fraction(High, One.Low).ToDecimal());
        return low == high ? low : null;
    }

    /// <summary>The lower bound as a double, wrong by at most a few <see cref="Rounding.Unit"/> of its size.</summary>
    public double NearLow => Math.ScaleB((double)Low, -Bits);

    /// <summary>The upper bound, likewise.</summary>
    public double NearHigh => Math.ScaleB((double)High, -Bits);

    /// <summary>A number above zero, rounded to so many significant digits or one more; zero if it is certain to be that.</summary>
    public Fraction Near(int digits)
    {
        if (Sign == 0) return 0L;
        var twice = Low + High;
        var places = digits - (int)Math.Floor(BigInteger.Log10(twice) - (Bits + 1) * Math.Log10(2)) - 1;
        var (more, less) = (BigInteger.Pow(10, Math.Max(0, places)), BigInteger.Pow(10, Math.Max(0, -places)));
        return new(Floor(twice * more + less * One.Low, 2 * less * One.Low) * less, more);
    }

    static BigInteger Clear(BigInteger low) => BigInteger.Max(low, BigInteger.Zero);

    static BigInteger Floor(BigInteger number, BigInteger by)
    {
        var quotient = BigInteger.DivRem(number, by, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }
}

// Longer than the house allows: a number type has all of its operators in one place, each with its documentation.
using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>An exact fraction of whole numbers of any size, always in lowest terms.</summary>
/// <remarks>Nothing here rounds except <see cref="ToDecimal"/>. In JSON a fraction is a text such as <c>"47391/31"</c>, or <c>"12"</c> if it is whole.</remarks>
[JsonConverter(typeof(FractionJson))]
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    readonly BigInteger denominatorLessOne;

    /// <summary>A fraction in lowest terms.</summary>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">Any whole number but zero.</param>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("A fraction cannot have the denominator 0.");
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, denominatorLessOne) = (numerator / common, denominator / common - 1);
    }

    /// <summary>The numerator; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator; 1 or more.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    /// <summary>A whole number as a fraction.</summary>
    /// <param name="whole">The number.</param>
    public static implicit operator Fraction(BigInteger whole) => new(whole, 1);

    /// <summary>A whole number as a fraction.</summary>
    /// <param name="whole">The number.</param>
    public static implicit operator Fraction(long whole) => new(whole, 1);

    /// <summary>The sum.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The fraction to add.</param>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The fraction to take away.</param>
    public static Fraction operator -(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator - right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>The product.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The second fraction.</param>
    public static Fraction operator *(Fraction left, Fraction right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <param name="left">The fraction to divide.</param>
    /// <param name="right">The fraction to divide by; not zero.</param>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>True if <paramref name="left"/> is smaller.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The second fraction.</param>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>True if <paramref name="left"/> is larger.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The second fraction.</param>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>True if <paramref name="left"/> is at most <paramref name="right"/>.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The second fraction.</param>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>True if <paramref name="left"/> is at least <paramref name="right"/>.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The second fraction.</param>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>True if both are the same number.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The second fraction.</param>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>True if they are different numbers.</summary>
    /// <param name="left">The first fraction.</param>
    /// <param name="right">The second fraction.</param>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Reads what <see cref="ToString"/> writes; any two whole numbers with a slash between them will do.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is no fraction.</exception>
    public static Fraction Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new(Whole(text), 1) : new(Whole(text[..slash]), Whole(text[(slash + 1)..]));
    }

    /// <summary>The nearest number with so many significant digits, halves away from zero; the same on every machine.</summary>
    /// <param name="digits">1 to 27.</param>
    /// <exception cref="OverflowException">The number is outside the range of <see cref="decimal"/>.</exception>
    public decimal ToDecimal(int digits = 12)
    {
        if (Numerator.IsZero) return 0;
        var size = BigInteger.Abs(Numerator);
        var places = digits - 1 - Exponent(size);
        if (places < 0) return (decimal)(Rounded(size, Denominator * BigInteger.Pow(10, -places)) * BigInteger.Pow(10, -places) * Numerator.Sign);
        var kept = Math.Min(places, 28);
        return (decimal)(Rounded(size * BigInteger.Pow(10, kept), Denominator) * Numerator.Sign) / (decimal)BigInteger.Pow(10, kept);
    }

    /// <inheritdoc />
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc />
    public bool Equals(Fraction other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary>The fraction as <c>numerator/denominator</c>, or the numerator alone if it is whole.</summary>
    public override string ToString() => denominatorLessOne.IsZero
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    static BigInteger Whole(string text) => BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // The power of ten of the first digit.
    int Exponent(BigInteger size)
    {
        var guess = (int)Math.Floor(BigInteger.Log10(size) - BigInteger.Log10(Denominator));
        if (IsBelow(size, guess)) return guess - 1;
        return IsBelow(size, guess + 1) ? guess : guess + 1;
    }

    bool IsBelow(BigInteger size, int power) =>
        power >= 0 ? size < Denominator * BigInteger.Pow(10, power) : size * BigInteger.Pow(10, -power) < Denominator;

    static BigInteger Rounded(BigInteger numerator, BigInteger denominator) => (2 * numerator + denominator) / (2 * denominator);
}

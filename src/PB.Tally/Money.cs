using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>An exact amount of money, as a whole number of the currency's smallest unit (pence, cents, grosze).</summary>
/// <param name="MinorUnits">The amount in minor units; may be negative. £12.50 is 1250; ¥12 is 12.</param>
/// <remarks>
/// The amount carries no currency: an election has one, and <see cref="Currency"/> reads and scales it. Nothing here rounds, and
/// every operation that leaves the range of <see cref="long"/> throws <see cref="OverflowException"/>, whatever the caller's compiler
/// options are. In JSON an amount is a plain number of minor units.
/// </remarks>
[JsonConverter(typeof(MoneyJson))]
public readonly record struct Money(long MinorUnits) : IComparable<Money>
{
    /// <summary>No money at all.</summary>
    public static Money Zero => default;

    /// <summary>True if the amount is below zero.</summary>
    public bool IsNegative => MinorUnits < 0;

    /// <summary>The sum of two amounts.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The amount to add.</param>
    /// <exception cref="OverflowException">The sum does not fit into 64 bits.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + right.MinorUnits));

    /// <summary>The difference of two amounts; may be negative.</summary>
    /// <param name="left">The amount to take from.</param>
    /// <param name="right">The amount to take away.</param>
    /// <exception cref="OverflowException">The difference does not fit into 64 bits.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - right.MinorUnits));

    /// <summary>True if <paramref name="left"/> is the smaller amount.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    public static bool operator <(Money left, Money right) => left.MinorUnits < right.MinorUnits;

    /// <summary>True if <paramref name="left"/> is the larger amount.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    public static bool operator >(Money left, Money right) => left.MinorUnits > right.MinorUnits;

    /// <summary>True if <paramref name="left"/> is at most <paramref name="right"/>.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    public static bool operator <=(Money left, Money right) => left.MinorUnits <= right.MinorUnits;

    /// <summary>True if <paramref name="left"/> is at least <paramref name="right"/>.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    public static bool operator >=(Money left, Money right) => left.MinorUnits >= right.MinorUnits;

    /// <summary>The same as the operator +, for languages without operators.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The amount to add.</param>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>The same as the operator -, for languages without operators.</summary>
    /// <param name="left">The amount to take from.</param>
    /// <param name="right">The amount to take away.</param>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>Orders amounts from the smallest (most negative) to the largest.</summary>
    /// <param name="other">The amount to compare with.</param>
    public int CompareTo(Money other) => MinorUnits.CompareTo(other.MinorUnits);
}

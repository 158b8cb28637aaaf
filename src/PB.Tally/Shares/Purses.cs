using System.Numerics;

namespace PB.Tally.Shares;

/// <summary>What every voter has left during one run of equal shares, exactly.</summary>
/// <remarks>
/// A voter who paid the full price of everything bought has the start less the sum of weight × price, and one who once paid all has nothing. So
/// an exact sum over voters is a whole combination of the start and of the prices so far, and those are kept as whole numbers over one common
/// denominator. Beside them each group has its money as a double. Proof that it is wrong by at most <see cref="Error"/>: the start is converted with two
/// units (2^-53) of itself at most; each price has two units, times the weight one more, and since nobody pays more than the start that product and the
/// subtraction are wrong by four units of the start at most; <see cref="Error"/> grows by eight with each purchase.
/// </remarks>
sealed class Purses
{
    readonly Electorate electorate;
    readonly double[] near;
    readonly bool[] isEmpty;
    readonly Purchases purchases;
    readonly List<BigInteger> prices = [];
    readonly double startNear;
    BigInteger start;
    BigInteger denominator;

    public Purses(Electorate electorate, Fraction start)
    {
        this.electorate = electorate;
        (this.start, denominator) = (start.Numerator, start.Denominator);
        startNear = Rounding.Quotient(this.start, denominator);
        (near, isEmpty, purchases) = (new double[electorate.Times.Length], new bool[electorate.Times.Length], new(electorate.Times.Length));
        Array.Fill(near, startNear);
        Error = 8 * Rounding.Unit * startNear;
    }

    /// <summary>The money near to that of each voter of a group.</summary>
    public double Near(int group) => near[group];

    /// <summary>By how much the double of a group may be wrong.</summary>
    public double Error { get; private set; }

    /// <summary>Splits a project's supporters at a price: what all have, what those have who cannot pay the full price, and the weight of the others.</summary>
    public (double All, double Poor, double Weight) Split(int position, double price)
    {
        var (all, poor, full, (first, end)) = (0.0, 0.0, 0.0, electorate.Entries(position));
        for (var entry = first; entry < end; entry++)
        {
            var (group, weight) = (electorate.Group(entry), electorate.Weight(entry));
            var (money, times) = (near[group], (double)electorate.Times[group]);
            all += times * money;
            if (money < weight * price) poor += times * money;
            else full += times * weight;
        }
        return (all, poor, full);
    }

    /// <summary>What the supporters have together, exactly.</summary>
    public Fraction Together(int position) => new(Sum(position, null), denominator);

    /// <summary>How the money of one voter at this entry compares with weight × price.</summary>
    public int Compare(int entry, BigInteger numerator, BigInteger weight)
    {
        var group = electorate.Group(entry);
        return (isEmpty[group] ? 0 : MoneyOf(group) * weight).CompareTo((BigInteger)electorate.Weight(entry) * numerator);
    }

    /// <summary>What one voter of the group has left, exactly.</summary>
    public Fraction Money(int group) => isEmpty[group] ? (Fraction)0 : new Fraction(MoneyOf(group), denominator);

    /// <summary>The price of a unit of weight, exactly.</summary>
    public Fraction Exact(Price price) => new(price.Numerator, price.Weight * denominator);

    public double Near(Price price) => Rounding.Quotient(price.Numerator, price.Weight * denominator);

    /// <summary>The cost less what those have who pay all, over the common denominator.</summary>
    public BigInteger Remainder(int position, Part[] parts) => electorate.Cost(position) * denominator - Sum(position, parts);

    /// <summary>Takes the price from the supporters.</summary>
    /// <param name="price">The price.</param>
    /// <param name="together">If not null: what the supporters of each project have together, nearly; is kept up.</param>
    public void Pay(Price price, double[]? together = null)
    {
        var nearPrice = Near(price);
        var (first, end) = electorate.Entries(price.Position);
        purchases.Begin(prices.Count);
        for (var entry = first; entry < end; entry++)
        {
            var group = electorate.Group(entry);
            isEmpty[group] |= price.Part[entry - first] != Part.Full;
            if (!isEmpty[group]) purchases.Add(group, (long)electorate.Weight(entry));
            var before = near[group];
            near[group] = isEmpty[group] ? 0 : Math.Max(0, before - electorate.Weight(entry) * nearPrice);
            if (together is not null) Take(group, before - near[group], together);
        }
        Append(price);
        Error += 8 * Rounding.Unit * startNear;
    }

    void Take(int group, double amount, double[] together)
    {
        var listed = electorate.Profile.Listed(group);
        for (var place = 0; place < listed.Length; place++)
            if (electorate.WeightOf(group, place) > 0) together[listed[place]] -= amount * electorate.Times[group];
    }

    void Append(Price price)
    {
        var common = BigInteger.GreatestCommonDivisor(price.Numerator, price.Weight);
        var factor = price.Weight / common;
        denominator *= factor;
        start *= factor;
        for (var i = 0; i < prices.Count; i++) prices[i] *= factor;
        prices.Add(price.Numerator / common);
    }

    // What the supporters have, or those of them who pay all.
    BigInteger Sum(int position, Part[]? parts) => electorate.IsLight ? Sum<long>(position, parts) : Sum<Int128>(position, parts);

    BigInteger Sum<T>(int position, Part[]? parts) where T : struct, IBinaryInteger<T>
    {
        var (voters, paid, (first, end)) = (0L, new T[prices.Count], electorate.Entries(position));
        for (var entry = first; entry < end; entry++)
        {
            var group = electorate.Group(entry);
            if (isEmpty[group] || parts is not null && parts[entry - first] != Part.All) continue;
            voters += electorate.Times[group];
            purchases.Count(group, electorate.Times[group]);
        }
        // No more than the weight of all supporters of what was bought, which fits.
        purchases.Gather(paid);
        var sum = voters * start;
        for (var turn = 0; turn < paid.Length; turn++)
            if (!T.IsZero(paid[turn])) sum -= BigInteger.CreateChecked(paid[turn]) * prices[turn];
        return sum;
    }

    BigInteger MoneyOf(int group) => purchases.Of(group).Aggregate(start, (money, purchase) => money - purchase.Weight * prices[purchase.Turn]);
}

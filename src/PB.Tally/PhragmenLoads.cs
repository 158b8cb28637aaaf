using System.Numerics;

namespace PB.Tally;

/// <summary>The loads that projects gave to their supporters, one for each project bought: exactly, over one common denominator, and as doubles.</summary>
sealed class PhragmenLoads
{
    readonly List<BigInteger> numerators = [];
    readonly List<double> near = [];
    BigInteger denominator = 1;

    public int Count => numerators.Count;

    /// <summary>
    /// The share by which <see cref="Near"/> may be wrong. Nothing there is negative: a cost is converted within one unit, a load within two, a product
    /// adds one, each of the sums one, the division one, so that Count + 6 units are enough to the first order; twice that covers the rest.
    /// </summary>
    public double Error => 2 * (Count + 8) * Rounding.Unit;

    /// <summary>What a supporter's load would become, if of the supporters of the project <c>holders[i]</c> now carry load i, and the others none.</summary>
    public double Near(long cost, ReadOnlySpan<int> holders, int supporters)
    {
        var sum = (double)cost;
        for (var i = 0; i < near.Count; i++) sum += holders[i] * near[i];
        return sum / supporters;
    }

    /// <summary>The same exactly, as what all supporters would carry together, times the common denominator.</summary>
    public BigInteger Together(long cost, ReadOnlySpan<int> holders)
    {
        var sum = cost * denominator;
        for (var i = 0; i < numerators.Count; i++)
            if (holders[i] != 0) sum += holders[i] * numerators[i];
        return sum;
    }

    /// <summary>What each supporter would carry of that.</summary>
    public Fraction Each(BigInteger together, int supporters) => new(together, denominator * supporters);

    /// <summary>Adds the load that each supporter of a bought project now carries.</summary>
    public void Add(BigInteger together, int supporters)
    {
        var common = (int)BigInteger.GreatestCommonDivisor(together, supporters);
        var factor = supporters / common;
        for (var i = 0; i < numerators.Count; i++) numerators[i] *= factor;
        denominator *= factor;
        numerators.Add(together / common);
        near.Add(Rounding.Quotient(numerators[^1], denominator));
    }
}

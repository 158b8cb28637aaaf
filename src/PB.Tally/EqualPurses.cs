using System.Numerics;

namespace PB.Tally;

/// <summary>
/// What voters have left who all began with the same and paid equal shares: groups of voters who paid for the same projects have the same, and are a class.
/// Doubles filter; where they are too near, the class's money is worked out exactly.
/// </summary>
sealed class EqualPurses
{
    readonly int[] classOf;
    readonly List<double> near = [];
    readonly List<int> parents = [-1];
    readonly List<Fraction> shares = [];
    readonly List<int> paidLast = [-1];
    readonly List<Fraction?> exact = [];
    readonly double startNear;

    public EqualPurses(Profile profile, Fraction start)
    {
        (classOf, Start) = (new int[profile.Groups], start);
        startNear = Rounding.Quotient(start.Numerator, start.Denominator);
        near.Add(startNear);
        exact.Add(start);
    }

    /// <summary>What each voter began with.</summary>
    public Fraction Start { get; }

    /// <summary>The class of a group; it changes when the group pays.</summary>
    public int ClassOf(int group) => classOf[group];

    /// <summary>What a voter of the class has left, nearly: within <see cref="Error"/>.</summary>
    public double Near(int one) => near[one];

    /// <summary>
    /// What any double here may be wrong by. Shares are never more than the start, nor is their sum: their errors are at most two units of the start together,
    /// the start's own two, and each subtraction and what it is compared with adds one. Twice that is given.
    /// </summary>
    public double Error => 2 * (shares.Count + 8) * Rounding.Unit * startNear;

    public Fraction Exact(int one)
    {
        if (exact[one] is { } known) return known;
        var money = Exact(parents[one]) - shares[paidLast[one]];
        exact[one] = money;
        return money;
    }

    /// <summary>True if a voter of the group has an equal share of the cost left.</summary>
    public bool CanPay(int group, long cost, int payers)
    {
        var one = classOf[group];
        var (has, share) = (near[one], (double)cost / payers);
        if (share > startNear * 2) return false;
        return Math.Abs(has - share) > Error ? has > share : Exact(one) >= new Fraction(cost, payers);
    }

    /// <summary>The groups pay an equal share.</summary>
    public void Pay(IEnumerable<int> groups, Fraction share)
    {
        var paid = new Dictionary<int, int>();
        var shareNear = Rounding.Quotient(share.Numerator, share.Denominator);
        shares.Add(share);
        foreach (var group in groups)
        {
            if (!paid.TryGetValue(classOf[group], out var after))
            {
                paid.Add(classOf[group], after = near.Count);
                near.Add(near[classOf[group]] - shareNear);
                parents.Add(classOf[group]);
                paidLast.Add(shares.Count - 1);
                exact.Add(null);
            }
            classOf[group] = after;
        }
    }

    /// <summary>What these groups have left together.</summary>
    public Fraction Together(IEnumerable<int> groups, ReadOnlySpan<int> times)
    {
        var (voters, paid) = (BigInteger.Zero, new long[shares.Count]);
        foreach (var group in groups)
        {
            voters += times[group];
            for (var one = classOf[group]; one > 0; one = parents[one]) paid[paidLast[one]] += times[group];
        }
        return Enumerable.Range(0, paid.Length).Aggregate(Start * voters, (sum, i) => paid[i] == 0 ? sum : sum - shares[i] * (BigInteger)paid[i]);
    }
}

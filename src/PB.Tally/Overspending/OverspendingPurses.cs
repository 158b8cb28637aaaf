using System.Collections.Immutable;

namespace PB.Tally.Overspending;

/// <summary>What voters have left who all began with the same: those who paid for the same projects, and have something left, are a class.</summary>
/// <remarks>Classes never change; a group that pays moves on to another. What a class has is enclosed, and worked out exactly only when asked for.</remarks>
sealed class OverspendingPurses
{
    /// <summary>The class of those who have nothing left.</summary>
    public const int Empty = -1;

    readonly int[] classOf;
    readonly List<Enclosure> near = [];
    readonly List<(double Low, double High)> doubles = [];
    readonly List<(int Parent, Offer? Paid)> origins = [];
    readonly Dictionary<int, Fraction?> exact = [];
    // The classes that some voters are in, from the poorest to the richest; none if that has to be found out again. For each place its voters, while they are counted.
    int[] order = [];
    int[] placeOf = [];
    long[] votersAt = [];

    public OverspendingPurses(Profile profile, Fraction start)
    {
        classOf = new int[profile.Groups];
        Add(Enclosure.Of(start));
        origins.Add((Empty, null));
        exact.Add(0, start);
        if (start.Numerator.IsZero) Array.Fill(classOf, Empty);
    }

    /// <summary>What a voter of the class has left.</summary>
    public Enclosure Near(int one) => near[one];

    /// <summary>The same exactly; null if the fraction is too long.</summary>
    public Fraction? Exact(int one)
    {
        if (exact.TryGetValue(one, out var known)) return known;
        var (parent, paid) = origins[one];
        var money = Exact(parent) is { } had && paid!.Exact is { } offer ? Short(had - offer.Price) : null;
        exact.Add(one, money);
        return money;
    }

    /// <summary>The same as a double from above zero, if <see cref="IsFine"/>: wrong by at most a few <see cref="Rounding.Unit"/> of its size.</summary>
    public double Nearly(int one) => doubles[one].Low;

    /// <summary>True if a double can tell what a voter of the class has.</summary>
    public bool IsFine(int one) => doubles[one].Low > 0 && doubles[one].High <= doubles[one].Low * (1 + 4 * Rounding.Unit);

    /// <summary>The supporters of a project who have something left, by classes from the poorest to the richest.</summary>
    public Backers BackersOf(Profile profile, int position)
    {
        if (order.Length == 0) Order();
        var count = 0;
        foreach (var group in profile.SupportersOf(position))
        {
            if (classOf[group] is Empty) continue;
            ref var voters = ref votersAt[placeOf[classOf[group]]];
            if (voters == 0) count++;
            voters += profile.Times[group];
        }
        var classes = ImmutableArray.CreateBuilder<(int, long)>(count);
        for (var place = 0; classes.Count < count; place++)
        {
            if (votersAt[place] == 0) continue;
            classes.Add((order[place], votersAt[place]));
            votersAt[place] = 0;
        }
        return new(this, profile.Cost(position), classes.MoveToImmutable());
    }

    /// <summary>The supporters of a project pay the price of an offer, or all they have.</summary>
    /// <returns>How many have nothing left: those who paid all they had, and those who had nothing before.</returns>
    public int Pay(Profile profile, int position, Offer offer)
    {
        var (empty, after) = (0, new Dictionary<int, int>());
        order = [];
        foreach (var group in profile.SupportersOf(position))
        {
            var rest = Empty;
            if (classOf[group] is not Empty and var one && !after.TryGetValue(one, out rest)) after.Add(one, rest = After(one, offer));
            classOf[group] = rest;
            if (rest == Empty) empty += profile.Times[group];
        }
        return empty;
    }

    /// <summary>A fraction, unless it is too long to go on with.</summary>
    public static Fraction? Short(Fraction number) => number.Denominator.GetBitLength() + number.Numerator.GetBitLength() > Offer.MostBits ? null : number;

    void Order()
    {
        order = [.. classOf.Where(one => one != Empty).Distinct()];
        var keys = Array.ConvertAll(order, Nearly);
        Array.Sort(keys, order);
        for (var (first, end) = (0, 0); first < keys.Length; first = end)
        {
            while (end < keys.Length && keys[end] == keys[first]) end++;
            // Doubles that differ were rounded from numbers that differ the same way.
            if (end > first + 1) order.AsSpan(first..end).Sort((one, other) => near[one].Low.CompareTo(near[other].Low));
        }
        (placeOf, votersAt) = (new int[near.Count], new long[order.Length]);
        for (var place = 0; place < order.Length; place++) placeOf[order[place]] = place;
    }

    void Add(Enclosure money)
    {
        near.Add(money);
        doubles.Add((money.NearLow, money.NearHigh));
    }

    int After(int one, Offer offer)
    {
        var left = near[one] - offer.Price;
        var sign = left.Sign ?? (Exact(one) is { } had && offer.Exact is { } exactly ? had.CompareTo(exactly.Price) : throw Offer.TooClose());
        if (sign <= 0) return Empty;
        Add(left);
        origins.Add((one, offer));
        return near.Count - 1;
    }
}

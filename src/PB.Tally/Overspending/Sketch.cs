using System.Collections.Immutable;

namespace PB.Tally.Overspending;

/// <summary>What doubles can tell of the best offer for a project: between which two its score lies, and which classes may set it.</summary>
/// <remarks>
/// All that is added and multiplied is above zero, and sums carry what they rounded along: so no double here is wrong by more than a few units of its size, and
/// <see cref="Error"/> is more. Only what is left of the cost is a difference; it may be wrong by that share of the cost.
/// </remarks>
sealed class Sketch
{
    const double Error = 64 * Rounding.Unit;

    readonly double[] lows;

    /// <param name="classes">Those who have money, from the poorest to the richest.</param>
    /// <param name="purses">Where what each class has is known.</param>
    /// <param name="cost">What the project costs: above zero.</param>
    public Sketch(ImmutableArray<(int Class, long Voters)> classes, OverspendingPurses purses, long cost)
    {
        lows = new double[classes.Length];
        High = double.PositiveInfinity;
        var (poor, others) = (default(CarefulSum), 0L);
        foreach (var (one, voters) in classes)
        {
            if (!purses.IsFine(one)) return;
            others += voters;
        }
        Array.Fill(lows, double.PositiveInfinity);
        Low = double.PositiveInfinity;
        for (var (place, end) = (0, 0); place < classes.Length; place = end)
        {
            var (money, voters) = (purses.Nearly(classes[place].Class), 0L);
            for (; end < classes.Length && purses.Nearly(classes[end].Class) == money; end++) voters += classes[end].Voters;
            if (Take(lows.AsSpan(place..end), money, poor.Sum, others, cost)) break;
            (poor, others) = (poor.Plus(money * voters), others - voters);
        }
    }

    Sketch() => lows = [];

    /// <summary>That of a project that costs nothing.</summary>
    public static Sketch Free { get; } = new();

    /// <summary>The score is not below this.</summary>
    public double Low { get; private set; }

    /// <summary>The score is not above this; infinite if doubles cannot tell.</summary>
    public double High { get; private set; }

    /// <summary>True unless the best offer is certainly not that of the class at this place, and the whole cost is certainly not paid from there on.</summary>
    public bool MayBeBest(int place) => lows[place] <= High;

    // True if the whole cost is certainly paid: then all t behind it are worse.
    bool Take(Span<double> places, double money, double poor, long others, double cost)
    {
        var paid = poor + money * others;
        var (part, whole) = (money * cost / paid / paid, (cost - poor) / others / cost);
        var (isPart, isWhole) = (paid < cost * (1 + Error), paid > cost * (1 - Error));
        var (slack, low, high) = (4 * Error / others, double.PositiveInfinity, 0.0);
        if (isPart) (low, high) = (part * (1 - 4 * Error), part * (1 + 4 * Error));
        if (isWhole) (low, high) = (Math.Min(low, Math.Max(0, whole - slack)), Math.Max(high, whole + slack));
        // Where it is open whether all is paid, that has to be looked at.
        places.Fill(isPart && isWhole ? 0 : low);
        (Low, High) = (Math.Min(Low, low), Math.Min(High, high));
        return isWhole && !isPart;
    }
}

/// <summary>A sum of doubles above zero that carries along what was rounded off: wrong by two units of its size, however many they are.</summary>
readonly record struct CarefulSum(double Sum, double Missing)
{
    public CarefulSum Plus(double more)
    {
        var added = more - Missing;
        var sum = Sum + added;
        return new(sum, sum - Sum - added);
    }
}

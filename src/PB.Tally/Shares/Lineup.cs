namespace PB.Tally.Shares;

/// <summary>The projects that a run may still buy, the most promising first: prices only rise during a run, so the last known one is a bound.</summary>
/// <remarks>
/// Scores are prices for each unit of satisfaction (rho): the price of a unit of weight by the scale. A decision looks at the project with the lowest bound,
/// until that is the winner's own exact score: seldom more than a few projects.
/// </remarks>
sealed class Lineup
{
    readonly Electorate electorate;
    readonly Barriers barriers;
    readonly Pricing pricing;
    readonly Purses purses;
    readonly double[] floors;
    readonly bool[] isFresh;
    readonly bool[] isSeen;

    public Lineup(Electorate electorate, Barriers barriers, Purses purses)
    {
        (this.electorate, this.barriers, this.purses, pricing) = (electorate, barriers, purses, new(electorate, purses));
        (floors, isFresh, isSeen) = (new double[electorate.Projects], new bool[electorate.Projects], new bool[electorate.Projects]);
        // What it costs if nobody is poor is a bound.
        for (var position = 0; position < floors.Length; position++)
            if (electorate.Supporters[position] > 0) floors[position] = electorate.Cost(position) / (double)electorate.TotalWeight[position] * (1 - 8 * Rounding.Unit);
    }

    /// <summary>The exact prices of the projects with the lowest scores, lowest first, with all that are equal to the last; fewer if no more can be paid for.</summary>
    public List<Price> Lowest(int count)
    {
        Array.Clear(isFresh);
        Array.Clear(isSeen);
        var (lowest, limit) = (new List<Price>(), double.PositiveInfinity);
        while (Next() is { } position && Score(position) <= limit)
        {
            isSeen[position] = isFresh[position];
            if (!isFresh[position]) Refresh(position);
            else limit = Add(lowest, pricing.Exact(position, floors[position]), count);
        }
        return lowest;
    }

    /// <summary>The sign of the first score less the second, exactly.</summary>
    public int Compare(Price left, Price right) => (left.Numerator * right.Weight * electorate.Scale(right.Position))
        .CompareTo(right.Numerator * left.Weight * electorate.Scale(left.Position));

    // A bound from below of the score.
    double Score(int position) => floors[position] / electorate.Scale(position) * (1 - 4 * Rounding.Unit);

    void Refresh(int position)
    {
        (floors[position], isFresh[position]) = (pricing.Floor(position, floors[position]), true);
        if (double.IsPositiveInfinity(floors[position])) barriers.Close(position);
    }

    // The bound from above of the scores that may still come in.
    double Add(List<Price> lowest, Price price, int count)
    {
        var place = lowest.FindIndex(other => Compare(price, other) < 0);
        lowest.Insert(place < 0 ? lowest.Count : place, price);
        if (lowest.Count < count) return double.PositiveInfinity;
        lowest.RemoveAll(other => Compare(other, lowest[count - 1]) > 0);
        return purses.Near(lowest[^1]) / electorate.Scale(lowest[^1].Position) * (1 + 8 * Rounding.Unit);
    }

    int? Next()
    {
        int? next = null;
        for (var position = 0; position < floors.Length; position++)
            if (barriers.IsOpen(position) && !isSeen[position] && (next is null || Score(position) < Score(next.Value))) next = position;
        return next;
    }
}

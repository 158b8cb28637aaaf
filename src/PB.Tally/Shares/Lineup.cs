namespace PB.Tally.Shares;

/// <summary>The projects that a run may still buy, the most promising first: prices only rise during a run, so the last known one is a bound.</summary>
/// <remarks>
/// Scores are prices for each unit of satisfaction (rho): the price of a unit of weight by the scale. A decision looks at the project with the lowest bound,
/// until that is the winner's own exact score: seldom more than one or two projects.
/// </remarks>
sealed class Lineup
{
    readonly Electorate electorate;
    readonly Barriers barriers;
    readonly Pricing pricing;
    readonly Purses purses;
    readonly double[] floors;
    readonly bool[] isFresh;

    public Lineup(Electorate electorate, Barriers barriers, Purses purses)
    {
        (this.electorate, this.barriers, this.purses, pricing) = (electorate, barriers, purses, new(electorate, purses));
        (floors, isFresh) = (new double[electorate.Projects], new bool[electorate.Projects]);
    }

    /// <summary>The exact prices of all projects with the lowest score; none if nobody's supporters can pay.</summary>
    public List<Price> Lowest()
    {
        Array.Clear(isFresh);
        var lowest = new List<Price>();
        var (limit, seen) = (double.PositiveInfinity, new HashSet<int>());
        while (Next(seen) is { } position && Score(position) <= limit)
        {
            if (!isFresh[position]) Refresh(position);
            else if (seen.Add(position)) limit = Add(lowest, pricing.Exact(position, floors[position]));
        }
        return lowest;
    }

    /// <summary>A bound from below of the project's score.</summary>
    public double Score(int position) => floors[position] / electorate.Scale(position) * (1 - 4 * Nearest.Unit);

    void Refresh(int position)
    {
        (floors[position], isFresh[position]) = (pricing.Floor(position, floors[position]), true);
        if (double.IsPositiveInfinity(floors[position])) barriers.Close(position);
    }

    double Add(List<Price> lowest, Price price)
    {
        var order = lowest.Count == 0 ? -1 : Compare(price, lowest[0]);
        if (order < 0) lowest.Clear();
        if (order <= 0) lowest.Add(price);
        return purses.Near(lowest[0]) / electorate.Scale(lowest[0].Position) * (1 + 8 * Nearest.Unit);
    }

    int Compare(Price left, Price right) => (left.Numerator * right.Weight * electorate.Scale(right.Position))
        .CompareTo(right.Numerator * left.Weight * electorate.Scale(left.Position));

    int? Next(HashSet<int> seen)
    {
        int? next = null;
        for (var position = 0; position < floors.Length; position++)
            if (barriers.IsOpen(position) && !seen.Contains(position) && (next is null || Score(position) < Score(next.Value))) next = position;
        return next;
    }
}

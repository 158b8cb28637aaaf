namespace PB.Tally.Files;

/// <summary>Watches that all points can be made whole by one power of ten and stay in the range of <see cref="Ballot.Points"/>.</summary>
sealed class PointsScale
{
    const decimal Most = 1_000_000_000_000;

    decimal largest;
    int largestAt, decimals;

    /// <summary>The power of ten that makes the points of these votes whole, and no larger.</summary>
    public static decimal FactorOf(IEnumerable<PabulibVote> votes)
    {
        var scale = new PointsScale();
        foreach (var vote in votes)
            foreach (var points in vote.Points) scale.Look(points, vote.Line);
        scale.Check();
        return scale.Factor;
    }

    decimal Factor => new(Math.Pow(10, decimals));

    public void Look(decimal points, int line)
    {
        if (points.Scale > decimals) decimals = Math.Max(decimals, DecimalsOf(points));
        if (Math.Abs(points) <= largest) return;
        (largest, largestAt) = (Math.Abs(points), line);
    }

    /// <exception cref="PabulibException">They cannot.</exception>
    public void Check()
    {
        if (largest * Factor <= Most) return;
        throw new PabulibException(largestAt, $"The points {largest} are too many beside others with {decimals} decimals. Round them to fewer decimals.");
    }

    // Zeros at the end do not count.
    static int DecimalsOf(decimal number)
    {
        var digits = (int)number.Scale;
        while (digits > 0 && number == decimal.Round(number, digits - 1)) digits--;
        return digits;
    }
}

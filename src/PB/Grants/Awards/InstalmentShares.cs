using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>How an award is paid out in parts.</summary>
public static class InstalmentShares
{
    /// <summary>An award of at most this sum may be paid in one part, before anything is spent: small groups have nothing to spend first.</summary>
    public static readonly Money MostAtOnce = new(500_00);

    /// <summary>Whole pence for each share; what the rounding leaves goes to the last.</summary>
    /// <param name="whole">The award, not negative.</param>
    /// <param name="percents">The shares in their order, each above 0, together 100.</param>
    public static IReadOnlyList<Money> Of(Money whole, params IReadOnlyList<int> percents)
    {
        if (whole.IsNegative || percents.Sum() != 100 || percents.Any(percent => percent <= 0))
            throw new ArgumentException("Shares are above 0 and together 100.", nameof(percents));
        var first = percents.SkipLast(1).Select(percent => new Money(checked(whole.MinorUnits * percent) / 100)).ToList();
        return [.. first, first.Aggregate(whole, (left, share) => left - share)];
    }
}

using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>How much: the amount in the middle of those that the yes-voters name, so that one very high or very low one moves nothing.</summary>
public static class MedianAmount
{
    /// <summary>Amounts are rounded down to whole ten pounds.</summary>
    public const long Step = 10_00;

    /// <param name="named">One amount a voter; of an even number the middle two are averaged.</param>
    /// <param name="requested">Nobody gets more than they asked for.</param>
    /// <param name="least">The smallest award of the call: less than this is nothing.</param>
    public static Money Of(IReadOnlyCollection<long> named, Money requested, Money least)
    {
        if (named.Count == 0) return Money.Zero;
        var sorted = named.Order().ToList();
        var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        var award = Math.Min(middle / Step * Step, requested.MinorUnits);
        return award < least.MinorUnits ? Money.Zero : new Money(award);
    }
}

using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>How much, line by line: each line of the budget is approved, cut or refused.</summary>
public static class LinesAmount
{
    /// <param name="approved">What is approved of each line; 0 where it is refused.</param>
    /// <param name="requested">Nobody gets more than they asked for: others may pay a part of the lines.</param>
    /// <param name="least">The smallest award of the call: less than this is nothing.</param>
    public static Money Of(IEnumerable<Money> approved, Money requested, Money least)
    {
        var award = Math.Min(approved.Sum(line => line.MinorUnits), requested.MinorUnits);
        return award < least.MinorUnits ? Money.Zero : new Money(award);
    }
}

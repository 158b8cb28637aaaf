using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Meetings;

/// <summary>Gives the money out in the order of the decisions, until it is gone.</summary>
/// <remarks>Where one does not fit, the rule of the call says whether those after it, which may be smaller, still get theirs.</remarks>
public static class Allocation
{
    /// <param name="wishes">In the order in which they are served.</param>
    /// <param name="pots">The pots of the call with what is left in them.</param>
    /// <param name="goOn">False: the first that does not fit ends it. True: the next that fits is served.</param>
    /// <returns>What each wish gets, in the same order. What does not fit, or comes too late, gets nothing and goes on the reserve list.</returns>
    public static IReadOnlyList<PotShares> Of(IEnumerable<Wish> wishes, IReadOnlyCollection<PotMoney> pots, bool goOn)
    {
        var (left, isOver) = (pots.ToDictionary(pot => pot.Pot.Id, pot => pot), false);
        List<PotShares> served = [];
        foreach (var wish in wishes)
        {
            var shares = PotSplit.Of(left.Values, wish.Project, wish.Amount);
            var fits = shares.Missing == Money.Zero;
            isOver |= !fits && !goOn;
            served.Add(isOver && fits ? new PotShares([], wish.Amount) : fits ? shares : shares with { Shares = [] });
            foreach (var share in served[^1].Shares)
                left[share.PotId] = left[share.PotId] with { Available = left[share.PotId].Available - share.Amount };
        }

        return served;
    }
}

/// <summary>An award that the panel wants to make.</summary>
public sealed record Wish(Money Amount, ReachOfProject Project);

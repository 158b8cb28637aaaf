using PB.Tally;

namespace PB.Grants.Funds;

/// <summary>From which pots an award is paid: the pot that is for the fewest first, then the wider ones.</summary>
public static class PotSplit
{
    /// <param name="pots">The pots of the call with what is left in them, in any order.</param>
    /// <param name="project">Whom it is for. Capital pots pay no more than its things that last.</param>
    /// <param name="amount">What is to be given.</param>
    public static PotShares Of(IEnumerable<PotMoney> pots, ReachOfProject project, Money amount)
    {
        var (shares, open, capital) = (new List<PotShare>(), amount, project.Capital);
        foreach (var (pot, available) in pots.Where(pot => pot.Pot.Fits(project)).OrderBy(pot => pot.Pot.Order))
        {
            var share = Smaller(open, pot.Kind is FundPotKind.Capital ? Smaller(available, capital) : available);
            if (share <= Money.Zero)
                continue;
            shares.Add(new PotShare(pot.Id, share));
            open -= share;
            if (pot.Kind is FundPotKind.Capital)
                capital -= share;
        }

        return new PotShares(shares, open);
    }

    static Money Smaller(Money one, Money other) => one < other ? one : other;
}

/// <summary>A pot with what can still be given away from it.</summary>
public sealed record PotMoney(FundPot Pot, Money Available);

public sealed record PotShare(Guid PotId, Money Amount);

/// <param name="Shares">What comes from which pot.</param>
/// <param name="Missing">What no pot has left; nothing when there is enough.</param>
public sealed record PotShares(IReadOnlyList<PotShare> Shares, Money Missing);

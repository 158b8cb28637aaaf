using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Which of an award's pots a payment comes out of, and which a refund goes back to.</summary>
public static class ShareOrder
{
    /// <summary>Takes a sum from the shares in their order: the next one only when the one before is used up.</summary>
    /// <param name="shares">What each pot can give, the most restricted first.</param>
    /// <param name="taken">What was taken before, from the first on.</param>
    /// <param name="sum">What is taken now; at most what is left.</param>
    public static IReadOnlyList<PotShare> Take(IEnumerable<PotShare> shares, Money taken, Money sum)
    {
        var parts = new List<PotShare>();
        foreach (var share in shares)
        {
            var before = Least(share.Amount, taken);
            var now = Least(share.Amount - before, sum);
            (taken, sum) = (taken - before, sum - now);
            if (now > Money.Zero)
                parts.Add(share with { Amount = now });
        }

        return sum == Money.Zero ? parts : throw new ArgumentOutOfRangeException(nameof(sum), "The pots have not so much.");
    }

    /// <summary>Gives a refund back to the pots that were paid from, the last one first: the pot that is for the fewest keeps what it did.</summary>
    /// <param name="paid">What each pot has paid and not got back, the most restricted first.</param>
    /// <param name="sum">What came back.</param>
    public static IReadOnlyList<PotShare> GiveBack(IEnumerable<PotShare> paid, Money sum) => Take(paid.Reverse(), Money.Zero, sum);

    static Money Least(Money one, Money other) => one < other ? one : other;
}

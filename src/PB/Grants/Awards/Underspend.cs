using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>What a group was paid and cannot show that it spent.</summary>
/// <param name="Due">The sum that is owed to the fund; never negative.</param>
/// <param name="IsWaived">Whether it is too little to be asked for.</param>
public readonly record struct Underspend(Money Due, bool IsWaived)
{
    /// <summary>Less than this is not asked for; above it the accountable officer decides.</summary>
    public static readonly Money LeastAskedFor = new(10_00);

    /// <param name="paid">All that was paid out of the award.</param>
    /// <param name="evidenced">What was spent as agreed, by receipts.</param>
    public static Underspend Of(Money paid, Money evidenced)
    {
        var due = evidenced < paid ? paid - evidenced : Money.Zero;
        return new Underspend(due, due > Money.Zero && due < LeastAskedFor);
    }
}

using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>What a greedy count does with the first project that costs more than the money left.</summary>
/// <remarks>
/// A project that could not be paid for even if it came first and had the whole budget is always passed over, and never stops the count:
/// it is on the list only in form (some cities mark withdrawn projects by a cost of 999,999,999).
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<WhenItDoesNotFit>))]
public enum WhenItDoesNotFit
{
    /// <summary>Pass over it and go on down the list; so for each that does not fit. The rule of most cities.</summary>
    Skip,

    /// <summary>Stop there: nothing after it is funded, even if it would fit.</summary>
    Stop,

    /// <summary>Give it the money that is left if that is at least <see cref="GreedyRule.MinimumSharePercent"/> of its cost, then stop either way.</summary>
    PartFund,

    /// <summary>
    /// Fund it in full if the money left is at least <see cref="GreedyRule.MinimumSharePercent"/> of its cost, taking the rest from a reserve
    /// outside the budget, then stop either way. This is the rule of Poznań's participatory budget, with 80 per cent.
    /// </summary>
    TopUp,
}

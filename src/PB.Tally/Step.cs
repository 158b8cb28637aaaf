using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>One line of a count: one project, what was decided about it, and with how much money.</summary>
public sealed record Step
{
    /// <summary>The project's number on the ballot.</summary>
    public required int Number { get; init; }

    /// <summary>What the project costs in full.</summary>
    public required Money Cost { get; init; }

    /// <summary>How many voters chose it.</summary>
    public required int Votes { get; init; }

    /// <summary>What was decided, and why.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What the project gets: its cost, a part of it, or zero.</summary>
    public required Money Awarded { get; init; }

    /// <summary>The money left of the budget when its turn came.</summary>
    public required Money MoneyBefore { get; init; }

    /// <summary>The money left of the budget after it; never negative.</summary>
    public required Money MoneyAfter { get; init; }

    /// <summary>The number of the project that won in its stead, if <see cref="Outcome"/> is <see cref="Outcome.Excluded"/>; otherwise null.</summary>
    public int? ExcludedBy { get; init; }

    /// <summary>
    /// The smallest number of additional votes for this project alone, all else equal, with which it would have got its whole cost.
    /// Null if no number would have been enough, and if it got its whole cost.
    /// </summary>
    /// <remarks>The additional votes come on top, as if from further voters; how many people may vote is not looked at.</remarks>
    public int? VotesShort { get; init; }

    /// <summary>
    /// The smallest amount, in whole minor units, by which this project alone would have had to be cheaper, all else equal, to get its whole (new) cost.
    /// Null if it would not have been funded even free of cost, and if it got its whole cost.
    /// </summary>
    public Money? CheaperBy { get; init; }

    /// <summary>The reason of a decision beforehand, or the name of the area that is full; otherwise null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Why, in figures, if the rule has more to say than this line and was asked for a trace; otherwise null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Decision? Why { get; init; }

    /// <summary>True if the project gets its whole cost.</summary>
    [JsonIgnore]
    public bool IsFunded => Outcome is Outcome.Funded or Outcome.ToppedUp or Outcome.FundedBeforehand;

    /// <summary>The part of <see cref="Awarded"/> that comes from outside the budget; zero except for <see cref="Outcome.ToppedUp"/>.</summary>
    [JsonIgnore]
    public Money FromReserve => Awarded - (MoneyBefore - MoneyAfter);
}

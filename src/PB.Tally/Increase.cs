using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>How <see cref="EqualSharesRule"/> raises every voter's money, to run again from scratch, for as long as projects still fit into the budget.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Increase>))]
public enum Increase
{
    /// <summary>Not at all: each voter has the budget divided by the ballots, exactly, and what is left is left.</summary>
    None,

    /// <summary>By one <see cref="EqualSharesRule.Unit"/> at a time, from the budget divided by the ballots. In rule names: <c>add1</c>.</summary>
    OneUnit,

    /// <summary>
    /// By one <see cref="EqualSharesRule.Unit"/> at a time, from the budget divided by the ballots and rounded down to whole units. In rule names: <c>add1_integral</c>.
    /// It begins below the equal share and may end there, if what is bought then leaves room for nothing more; representation (EJR+) is promised only for runs from the
    /// whole share or more.
    /// </summary>
    OneUnitFromWhole,

    /// <summary>By a hundredth of the first share at a time, as if the budget had grown by one per cent. In rule names: <c>incr1pct</c>.</summary>
    OnePercent,
}

using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>What a count decided about a project, and why.</summary>
/// <remarks>
/// Where several reasons hold against a project, the first of these is given: no support, too few votes, not payable even with the whole budget
/// (<see cref="DoesNotFit"/>), excluded, after the stop, not payable with the money left (<see cref="DoesNotFit"/>).
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>It gets its whole cost from the budget.</summary>
    Funded,

    /// <summary>It gets its whole cost: the money left, and the rest from a reserve (<see cref="WhenItDoesNotFit.TopUp"/>).</summary>
    ToppedUp,

    /// <summary>It gets the money left, less than its cost (<see cref="WhenItDoesNotFit.PartFund"/>).</summary>
    PartFunded,

    /// <summary>Nobody voted for it.</summary>
    NoSupport,

    /// <summary>It has fewer votes than <see cref="Rule.MinimumVotes"/>.</summary>
    TooFewVotes,

    /// <summary>It costs more than the money that was left when its turn came.</summary>
    DoesNotFit,

    /// <summary>An earlier project did not fit and ended the count.</summary>
    AfterTheStop,

    /// <summary>A project of one of its exclusive groups had won already; <see cref="Step.ExcludedBy"/> names it.</summary>
    Excluded,

    /// <summary>Its supporters had too little money left together, or it was not among the projects that were worth most (equal shares, Phragmén, welfare).</summary>
    SupportersCannotPay,

    /// <summary>It would take one of its areas over its ceiling; <see cref="Step.Reason"/> names the area.</summary>
    AreaFull,

    /// <summary>People had decided before the count that it is funded; <see cref="Step.Reason"/> says why.</summary>
    FundedBeforehand,

    /// <summary>People had decided before the count that it cannot win; <see cref="Step.Reason"/> says why.</summary>
    ExcludedBeforehand,
}

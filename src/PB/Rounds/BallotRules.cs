using System.Text.Json.Serialization;
using PB.Tally;

namespace PB.Rounds;

/// <summary>How people vote in a round, and how their ballots are counted.</summary>
public sealed record BallotRules
{
    public BallotType Type { get; init; } = BallotType.Approval;

    /// <summary>The fewest projects on a ballot.</summary>
    public int MinChoices { get; init; } = 1;

    /// <summary>The most projects on a ballot; null where only the money limits it (always so for <see cref="BallotType.Knapsack"/>).</summary>
    public int? MaxChoices { get; init; }

    /// <summary>Whether a ballot can be changed until the close.</summary>
    public bool AllowChange { get; init; } = true;

    /// <summary>The rule of the count. Papers that were frozen when there was only one do not name it, and so their fingerprints stay.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CountingRule Rule { get; init; }

    /// <summary>What a rule that goes down a list does with the first project that is too dear; the others do not look at it.</summary>
    public WhenItDoesNotFit WhenItDoesNotFit { get; init; } = WhenItDoesNotFit.Skip;

    /// <summary>A project with fewer votes than this is not funded.</summary>
    public int MinimumVotes { get; init; }

    /// <summary>What decides between equal projects, first to last.</summary>
    public TieOrder Ties { get; init; } = TieOrder.CheaperFirst;
}

public enum BallotType
{
    /// <summary>Choose the projects that you support, up to a number.</summary>
    Approval,

    /// <summary>Spend the pot yourself: choose projects that together cost no more than it.</summary>
    Knapsack,

    /// <summary>Put the projects in an order, the best first. Taken by text; no page offers it yet.</summary>
    Ranking,
}

/// <summary>The tie rules that a manager can declare; each ends in the number on the ballot.</summary>
public enum TieOrder
{
    CheaperFirst,
    LowerNumberFirst,
    Lot,
}

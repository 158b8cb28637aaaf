using PB.Data;
using PB.Tally;

namespace PB.Grants.Funds;

/// <summary>Part of a fund's money, maybe only for some. What is left in it is the sum of its entries and stands nowhere else.</summary>
public sealed class FundPot
{
    FundPot() { }

    public FundPot(Guid fundId, string name, FundPotKind kind, int order, DateTimeOffset now) =>
        (Id, FundId, Name, Kind, Order) = (Ids.New(now), fundId, name, kind, order);

    public Guid Id { get; private set; }
    public Guid FundId { get; private set; }
    public string Name { get; private set; } = "";
    public FundPotKind Kind { get; private set; }

    /// <summary>The lowest is used first: the pot that is for the fewest.</summary>
    public int Order { get; private set; }

    public PotRestriction Restriction { get; private set; } = new();

    /// <summary>The last day on which it can be given away.</summary>
    public DateOnly? SpendBy { get; private set; }

    public CarryRule CarryRule { get; private set; } = CarryRule.Ask;

    public void Describe(string name, FundPotKind kind, int order) => (Name, Kind, Order) = (name, kind, order);

    public void KeepFor(PotRestriction restriction) => Restriction = restriction;

    public void SpendUntil(DateOnly? day, CarryRule rule) => (SpendBy, CarryRule) = (day, rule);

    /// <summary>Whether money from here may go to it. Capital buys only lines that are marked as things to keep.</summary>
    public bool Fits(ReachOfProject project) => Restriction.Admits(project) && (Kind is not FundPotKind.Capital || project.Capital > Money.Zero);
}

public enum FundPotKind
{
    Revenue,

    /// <summary>Only for things that last: its money pays for lines marked so.</summary>
    Capital,
    General,
}

/// <summary>What happens to money that nobody was given by the last day.</summary>
public enum CarryRule
{
    Return,
    Carry,

    /// <summary>The panel is asked.</summary>
    Ask,
}

/// <summary>For whom a pot is. An empty list admits all.</summary>
public sealed record PotRestriction
{
    public string[] Areas { get; init; } = [];
    public string[] Ages { get; init; } = [];
    public string[] Themes { get; init; } = [];

    /// <summary>Only for groups that never had a grant from this fund.</summary>
    public bool FirstTimeOnly { get; init; }

    public bool Admits(ReachOfProject project) =>
        Admits(Areas, project.Areas) && Admits(Ages, project.Ages) && Admits(Themes, project.Themes) && (!FirstTimeOnly || project.FirstTime);

    // All of what the project reaches has to lie inside, or some of the money would go elsewhere.
    static bool Admits(string[] allowed, string[] reached) => allowed.Length == 0 || reached.Length > 0 && reached.All(allowed.Contains);
}

/// <summary>Whom a project is for, as the pots ask it, and how much of it is for things that last.</summary>
public sealed record ReachOfProject(string[] Areas, string[] Ages, string[] Themes, bool FirstTime, Money Capital);

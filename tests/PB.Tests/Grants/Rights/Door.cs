using PB.Grants;

namespace PB.Tests.Grants.Rights;

/// <summary>A right that an address asks for.</summary>
/// <param name="Holding">The conditions that are met there; Always is met everywhere.</param>
sealed record Door(GrantThing Thing, GrantVerb Verb, params GrantCondition[] Holding)
{
    /// <summary>Only these come through it here, although others have the right too; empty where everybody who has it does.</summary>
    public GrantRole[] For { get; init; } = [];

    /// <summary>Whether the table opens it to somebody with these roles.</summary>
    public bool OpensTo(IReadOnlyCollection<GrantRole> roles) =>
        (For.Length == 0 || For.Any(roles.Contains)) && GrantRights.Conditions(roles, Thing, Verb).Any(IsMet);

    /// <summary>Whether the table lets them know that the thing is there.</summary>
    public bool IsSeenBy(IEnumerable<GrantRole> roles) =>
        roles.SelectMany(role => GrantRights.Of(role, Thing)).Any(right => right.Verb is not GrantVerb.Flag && IsMet(right.Condition));

    public bool Tries(GrantRole role, GrantThing thing, GrantRight right) =>
        thing == Thing && right.Verb == Verb && (For.Length == 0 || For.Contains(role));

    public bool IsMet(GrantCondition condition) => condition is GrantCondition.Always || Holding.Contains(condition);
}

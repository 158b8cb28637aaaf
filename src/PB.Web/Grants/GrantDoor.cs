using Microsoft.AspNetCore.Authorization;
using PB.Grants;

namespace PB.Web.Grants;

/// <summary>What a page wants to do: read the criteria, write the ledger.</summary>
/// <param name="Part">Which part of the thing the page is about, where some may see or change only that.</param>
sealed record GrantDoor(GrantThing Thing, GrantVerb Verb, GrantCondition Part = GrantCondition.Always) : IAuthorizationRequirement
{
    /// <summary>Whether one of these roles opens it.</summary>
    /// <param name="holds">Whether a condition is met for the record at hand.</param>
    public bool IsOpenTo(IEnumerable<GrantRole> roles, Func<GrantCondition, bool> holds) =>
        GrantRights.Conditions(roles, Thing, Verb).Any(condition => condition is GrantCondition.Always || condition == Part || holds(condition));
}

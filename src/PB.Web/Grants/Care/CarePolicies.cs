using Microsoft.AspNetCore.Authorization;
using PB.Grants;

namespace PB.Web.Grants.Care;

/// <summary>Who may do what with worries, threads, photos and certificates: the room's table of rights, and what its conditions mean here.</summary>
sealed class CarePolicies : AuthorizationHandler<CareRight, CareCase>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, CareRight right, CareCase at)
    {
        if (GrantRights.Conditions(at.Roles, right.Thing, right.Verb).Any(condition => Holds(condition, right)))
            context.Succeed(right);
        return Task.CompletedTask;
    }

    // Whoever may tell of a worry may not read one. One's own data is looked up by the page itself.
    static bool Holds(GrantCondition condition, CareRight right) => condition switch
    {
        GrantCondition.Worry => right.Verb is GrantVerb.Write,
        GrantCondition.Own or GrantCondition.OwnChild => false,
        _ => true,
    };
}

sealed record CareRight(GrantThing Thing, GrantVerb Verb) : IAuthorizationRequirement;

sealed record CareCase(IReadOnlySet<GrantRole> Roles);

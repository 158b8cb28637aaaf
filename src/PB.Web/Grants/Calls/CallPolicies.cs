using Microsoft.AspNetCore.Authorization;
using PB.Grants;
using PB.Grants.Calls;

namespace PB.Web.Grants.Calls;

/// <summary>Who may do what with a call: its text, its criteria, its opening.</summary>
sealed class CallPolicies(GrantRoles roles) : AuthorizationHandler<GrantDoor, Call>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, GrantDoor door, Call call)
    {
        // A draft is the panel's and its coordinators' business.
        var isPublic = door.Thing is not GrantThing.CallText || !call.IsDraft;
        var held = (await roles.OfAsync(context.User, call.FundId)).Where(role => isPublic || role is not GrantRole.Public);
        if (door.IsOpenTo(held, condition => Holds(condition, door, call)))
            context.Succeed(door);
    }

    static bool Holds(GrantCondition condition, GrantDoor door, Call call) => condition switch
    {
        GrantCondition.AfterLock => call.CriteriaAgreedAt is not null && call.AnnouncedAt is not null,
        // An adult may help until the panel has agreed, and never after.
        GrantCondition.WhenAsked => door.Verb is GrantVerb.Read || call.CriteriaAgreedAt is null,
        GrantCondition.Drafting => call.IsDraft,
        _ => false,
    };
}

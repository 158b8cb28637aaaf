using Microsoft.AspNetCore.Authorization;
using PB.Grants;
using PB.Grants.Funds;
using PB.People;
using PB.Web.People;

namespace PB.Web.Grants.Funds;

/// <summary>Who may do what with a fund, its pots and its people. An administrator sets it up as well, and sees nothing of what happens in it.</summary>
sealed class FundPolicies(GrantRoles roles) : AuthorizationHandler<GrantDoor, Fund>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, GrantDoor door, Fund fund)
    {
        var isSettingUp = door is { Thing: GrantThing.Fund, Verb: GrantVerb.Read or GrantVerb.Write, Part: GrantCondition.Always } && MaySetUp(context.User);
        if (isSettingUp || door.IsOpenTo(await roles.OfAsync(context.User, fund.Id), _ => false))
            context.Succeed(door);
    }

    public static bool MaySetUp(System.Security.Claims.ClaimsPrincipal user) => user.IsInRole(Role.Administrator) && user.HasSecondFactor();
}

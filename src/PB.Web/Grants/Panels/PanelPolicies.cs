using Microsoft.AspNetCore.Authorization;
using PB.Grants;
using PB.Grants.Panels;
using PB.Web.People;

namespace PB.Web.Grants.Panels;

/// <summary>A member of a panel, for whoever asks about them.</summary>
sealed record MemberOfFund(PanelMember Member, Guid FundId);

/// <summary>Who may see and change what is known of a member.</summary>
sealed class PanelPolicies(GrantRoles roles) : AuthorizationHandler<GrantDoor, MemberOfFund>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, GrantDoor door, MemberOfFund about)
    {
        var isOwn = about.Member.PersonId is { } person && person == context.User.Id();
        var held = await roles.OfAsync(context.User, about.FundId);
        if (isOwn && door is { Thing: GrantThing.MemberData, Verb: GrantVerb.Read } || door.IsOpenTo(held, condition => condition is GrantCondition.Own && isOwn))
            context.Succeed(door);
    }
}

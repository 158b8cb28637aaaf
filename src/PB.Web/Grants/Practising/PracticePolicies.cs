using Microsoft.AspNetCore.Authorization;
using PB.Grants;
using PB.Grants.Panels;
using PB.Grants.Practising;
using PB.Web.People;

namespace PB.Web.Grants.Practising;

/// <summary>A practice, for whoever asks about it.</summary>
sealed record PracticeOfFund(Practice Practice, Guid FundId);

/// <summary>Who practises: everybody with a place on the panel, also before their training is done. Coordinators open it and see who has finished.</summary>
sealed class PracticePolicies(GrantRoles roles, Roster roster) : AuthorizationHandler<GrantDoor, PracticeOfFund>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, GrantDoor door, PracticeOfFund about)
    {
        var held = (await roles.OfAsync(context.User, about.FundId)).ToHashSet();
        if (context.User.Id() is { } person && await roster.SeatOfAsync(person, about.Practice.PanelId, default) is { Standing: MemberStanding.Training or MemberStanding.Active })
            held.Add(GrantRole.Observer);
        if (door.IsOpenTo(held, condition => condition is GrantCondition.Practice or GrantCondition.Completion))
            context.Succeed(door);
    }
}

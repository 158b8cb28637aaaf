using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants;

namespace PB.Web.Grants.Meetings;

/// <summary>Who may do what in a meeting and with its decisions. Whether it is the time for it, the meeting itself says.</summary>
sealed class MeetingPolicies : AuthorizationHandler<MeetingDoorway, IReadOnlySet<GrantRole>>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MeetingDoorway door, IReadOnlySet<GrantRole> roles)
    {
        if (door.Act.Rights().Any(right => GrantRights.Conditions(roles, right.Thing, right.Verb).Any(condition => right.On == condition)))
            context.Succeed(door);
        return Task.CompletedTask;
    }
}

enum MeetingAct
{
    See,

    /// <summary>See what is left in the pots.</summary>
    SeeMoney,
    Vote,

    /// <summary>Lead through the agenda, open votes, say the result.</summary>
    Lead,

    /// <summary>Call and open a meeting, keep who is there, write down what adults advise.</summary>
    KeepAttendance,

    /// <summary>Sign a decision, or send it back. Never an amount.</summary>
    Refer,

    /// <summary>Tell everybody.</summary>
    Release,
}

static class MeetingActs
{
    /// <summary>The cells of the table of rights that open a door.</summary>
    public static IEnumerable<(GrantThing Thing, GrantVerb Verb, GrantCondition On)> Rights(this MeetingAct act) => act switch
    {
        MeetingAct.See => [(GrantThing.Meeting, GrantVerb.Read, GrantCondition.Always), (GrantThing.Meeting, GrantVerb.Read, GrantCondition.Attendance)],
        MeetingAct.SeeMoney => [.. MeetingAct.See.Rights(), (GrantThing.Meeting, GrantVerb.Read, GrantCondition.MoneyPart)],
        MeetingAct.Vote => [(GrantThing.Meeting, GrantVerb.Vote, GrantCondition.Always)],
        MeetingAct.Lead => [(GrantThing.Meeting, GrantVerb.Write, GrantCondition.Always)],
        MeetingAct.KeepAttendance => [(GrantThing.Meeting, GrantVerb.Write, GrantCondition.Attendance)],
        MeetingAct.Refer => [(GrantThing.Decision, GrantVerb.Refer, GrantCondition.Always)],
        MeetingAct.Release => [(GrantThing.Decision, GrantVerb.Write, GrantCondition.Record)],
    };
}

sealed record MeetingDoorway(MeetingAct Act) : IAuthorizationRequirement;

static class MeetingDoors
{
    public static async Task<bool> MayAsync(this IAuthorizationService doors, ClaimsPrincipal user, MeetingAct act, IReadOnlySet<GrantRole> roles) =>
        (await doors.AuthorizeAsync(user, roles, new MeetingDoorway(act))).Succeeded;

    /// <summary>Who may not see the meeting finds nothing there; who may see it and not do this is told so. Null when it may be done.</summary>
    public static async Task<IActionResult?> RefuseAsync(this ControllerBase controller, IAuthorizationService doors, MeetingAct act, IReadOnlySet<GrantRole>? roles)
    {
        if (roles is null || !await doors.MayAsync(controller.User, act, roles) && !await doors.MayAsync(controller.User, MeetingAct.See, roles))
            return controller.NotFound();
        return await doors.MayAsync(controller.User, act, roles) ? null : controller.Forbid();
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants;

namespace PB.Web.Grants.Marking;

/// <summary>Who may mark, who may see who has finished, and who may see the marks, and when.</summary>
sealed class MarkingPolicies : AuthorizationHandler<MarkingDoor, CallVisit>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MarkingDoor door, CallVisit visit)
    {
        var (thing, verb) = door.Act is MarkingAct.Mark ? (GrantThing.OwnCard, GrantVerb.Write) : (GrantThing.OthersCards, GrantVerb.Read);
        if (door.Act is MarkingAct.ShareOut ? visit.Roles.Contains(GrantRole.YouthWorker) : GrantRights.Conditions(visit.Roles, thing, verb).Any(condition => Holds(condition, door.Act, visit)))
            context.Succeed(door);
        return Task.CompletedTask;
    }

    static bool Holds(GrantCondition condition, MarkingAct act, CallVisit visit) => condition switch
    {
        GrantCondition.Always => act is MarkingAct.Mark or MarkingAct.SeeProgress || visit.IsClosed,
        GrantCondition.AfterClose => visit.IsClosed && act is not MarkingAct.Mark,
        GrantCondition.Completion => act is MarkingAct.SeeProgress,
        _ => false,
    };
}

enum MarkingAct
{
    /// <summary>Give marks of one's own.</summary>
    Mark,

    /// <summary>See who has finished, and no mark.</summary>
    SeeProgress,

    /// <summary>See the marks, once marking has closed.</summary>
    SeeMarks,

    /// <summary>Deal out who reads what.</summary>
    ShareOut,
}

sealed record MarkingDoor(MarkingAct Act) : IAuthorizationRequirement;

static class MarkingDoors
{
    public static async Task<bool> MayAsync(this IAuthorizationService doors, ClaimsPrincipal user, MarkingAct act, CallVisit visit) =>
        (await doors.AuthorizeAsync(user, visit, new MarkingDoor(act))).Succeeded;

    /// <summary>Who has no part in the marking finds nothing there; who has another part, or comes before its time, is told that it is not theirs to do. Null when it may be done.</summary>
    public static async Task<IActionResult?> RefuseAsync(this ControllerBase controller, IAuthorizationService doors, MarkingAct act, CallVisit? visit)
    {
        if (visit is not null && await doors.MayAsync(controller.User, act, visit)) return null;
        return visit is not null && visit.Roles.Any(role => GrantRights.Of(role, GrantThing.OthersCards).Count > 0) ? controller.Forbid() : controller.NotFound();
    }
}

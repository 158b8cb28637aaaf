using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Meetings;
using PB.Web.Grants.Marking;
using PB.Web.Look;

namespace PB.Web.Grants.Meetings;

/// <summary>What every page of a meeting needs: the door, and the way back to the room.</summary>
public sealed class MeetingTools(MeetingDoor door, IAuthorizationService doors, IStringLocalizer<Words> text)
{
    public IStringLocalizer<Words> Text => text;

    internal async Task<(MeetingVisit? Visit, IActionResult? Refusal)> OpenAsync(Controller controller, Guid meeting, MeetingAct act, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(controller.User, meeting, cancel);
        controller.ViewData["Fund"] = visit?.Fund.Slug;
        return (visit, await controller.RefuseAsync(doors, act, visit?.Roles));
    }

    /// <summary>The same at a call, before there is a meeting.</summary>
    internal Task<IActionResult?> RefuseAsync(Controller controller, MeetingAct act, CallVisit? visit) => controller.RefuseAsync(doors, act, visit?.Roles);

    internal Task<bool> MayAsync(Controller controller, MeetingAct act, MeetingVisit visit) => doors.MayAsync(controller.User, act, visit.Roles);

    /// <summary>Back to the room, with the reason where something was not done.</summary>
    internal IActionResult Back(Controller controller, MeetingVisit visit, MeetingRefusal? refusal)
    {
        if (refusal is { } why) controller.TempData["Problem"] = text.Of(why);
        return controller.Redirect(MeetingPaths.Of(visit.Meeting.Id));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>The meeting stops for now, and goes on.</summary>
[Authorize, Route("meetings/{id:guid}/suspension")]
public sealed class SuspensionController(MeetingTools tools, SuspensionDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        return refusal ?? tools.Back(this, visit!, await desk.SuspendAsync(id, visit!.PersonId, OpeningController.Subject(visit), cancel));
    }

    [HttpPost("end")]
    public async Task<IActionResult> Destroy(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        return refusal ?? tools.Back(this, visit!, await desk.ResumeAsync(id, visit!.PersonId, OpeningController.Subject(visit), cancel));
    }
}

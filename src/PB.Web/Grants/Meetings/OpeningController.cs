using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>The meeting begins, and ends.</summary>
[Authorize, Route("meetings/{id:guid}/opening")]
public sealed class OpeningController(MeetingTools tools, MeetingDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        return refusal ?? tools.Back(this, visit!, await desk.OpenAsync(id, visit!.PersonId, Subject(visit), cancel));
    }

    [HttpPost("end")]
    public async Task<IActionResult> Destroy(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        return refusal ?? tools.Back(this, visit!, await desk.CloseAsync(id, visit!.PersonId, Subject(visit), cancel));
    }

    internal static string Subject(MeetingVisit visit) => $"funds/{visit.Fund.Slug}/calls/{visit.Table.Call.Slug}";
}

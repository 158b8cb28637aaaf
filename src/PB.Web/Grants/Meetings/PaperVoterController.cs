using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>Who votes on paper because they have no phone, as a youth worker writes it down.</summary>
[Authorize, Route("meetings/{id:guid}/paper-voters")]
public sealed class PaperVoterController(MeetingTools tools, SlipDesk desk) : Controller
{
    [HttpPost("")]
    public Task<IActionResult> Create(Guid id, [FromForm] Guid person, CancellationToken cancel) => MarkAsync(id, person, onPaper: true, cancel);

    [HttpPost("end")]
    public Task<IActionResult> Destroy(Guid id, [FromForm] Guid person, CancellationToken cancel) => MarkAsync(id, person, onPaper: false, cancel);

    async Task<IActionResult> MarkAsync(Guid id, Guid person, bool onPaper, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        return refusal ?? tools.Back(this, visit!, await desk.MarkAsync(id, person, onPaper, cancel));
    }
}

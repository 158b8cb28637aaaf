using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PB.Web.Grants.Meetings;

/// <summary>The whole minutes, to be read and printed.</summary>
[Authorize, Route("meetings/{id:guid}/minutes")]
public sealed class MinutesController(MeetingTools tools) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.See, cancel);
        return refusal ?? View(visit);
    }
}

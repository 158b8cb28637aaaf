using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PB.Web.Grants.Meetings;

/// <summary>The one screen that everybody in the room looks at.</summary>
[Authorize, Route("meetings/{id:guid}/screen")]
public sealed class ScreenController(MeetingTools tools, RoomBook book) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.See, cancel);
        return refusal ?? View(await book.PageAsync(visit!, cancel));
    }
}

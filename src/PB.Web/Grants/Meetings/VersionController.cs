using System.Net.Mime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PB.Web.Grants.Meetings;

/// <summary>Says whether a phone's page is still the newest: a page that knows another version loads itself anew.</summary>
[Authorize, Route("meetings/{id:guid}/version")]
public sealed class VersionController(MeetingTools tools, RoomBook book) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.See, cancel);
        return refusal ?? Content(await book.VersionAsync(visit!, cancel), MediaTypeNames.Text.Plain);
    }
}

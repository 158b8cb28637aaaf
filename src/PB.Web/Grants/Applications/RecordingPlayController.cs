using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Recordings;

namespace PB.Web.Grants.Applications;

/// <summary>Plays a recording to those who know the group anyway; to the panel only where the group said yes to that.</summary>
[Route("applications/{id:guid}/recording/play")]
public sealed class RecordingPlayController(GrantTools tools) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        if (await Db.Set<Recording>().AsNoTracking().SingleOrDefaultAsync(r => r.ApplicationId == id, cancel) is not { } recording) return NotFound();
        var application = await Db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
        var isRead = await Db.Calls.AnyAsync(c => c.Id == application.CallId && c.MarkingOpenedAt != null, cancel);
        var may = await MayAsync(application, GrantThing.Contacts, GrantVerb.Read) || recording.ForPanel && isRead && await MayAsync(application, GrantThing.Application, GrantVerb.Read);
        if (!may) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(recording.Content, recording.MediaType, enableRangeProcessing: true);
    }
}

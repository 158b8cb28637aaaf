using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>A member would like to say something, or has said it.</summary>
[Authorize, Route("meetings/{id:guid}/hand")]
public sealed class HandController(MeetingTools tools, HandDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Vote, cancel);
        return refusal ?? tools.Back(this, visit!, await desk.RaiseAsync(id, visit!.PersonId, cancel));
    }

    /// <param name="person">Whose hand; their own where none is named.</param>
    [HttpPost("end")]
    public async Task<IActionResult> Destroy(Guid id, Guid? person, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Vote, cancel);
        return refusal ?? tools.Back(this, visit!, await desk.LowerAsync(id, visit!.PersonId, person ?? visit.PersonId, cancel));
    }
}

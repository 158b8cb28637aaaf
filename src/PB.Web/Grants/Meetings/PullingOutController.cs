using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>A member wants to talk about one item although there is enough for all.</summary>
[Authorize, Route("meetings/{id:guid}/items/{item:guid}/pulling-out")]
public sealed class PullingOutController(MeetingTools tools, ItemDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid item, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Vote, cancel);
        if (refusal is not null) return refusal;
        return visit!.Agenda.All(line => line.Item.Id != item) ? NotFound() : tools.Back(this, visit, await desk.PullOutAsync(id, item, visit.PersonId, cancel));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>What the chair does with an item of the agenda.</summary>
[Authorize, Route("meetings/{id:guid}/items/{item:guid}")]
public sealed class ItemController(MeetingTools tools, ItemDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Update(Guid id, Guid item, ItemMove? move, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Lead, cancel);
        if (refusal is not null) return refusal;
        if (visit!.Agenda.All(line => line.Item.Id != item)) return NotFound();
        return tools.Back(this, visit, await (move switch
        {
            ItemMove.Begin => desk.BeginAsync(id, item, visit.PersonId, cancel),
            ItemMove.ClearRoom => desk.ClearRoomAsync(id, item, visit.PersonId, cancel),
            ItemMove.Defer => desk.DeferAsync(id, item, visit.PersonId, toParent: false, cancel),
            ItemMove.HandOver => desk.DeferAsync(id, item, visit.PersonId, toParent: true, cancel),
            null => Task.FromResult<MeetingRefusal?>(MeetingRefusal.NotThatStep),
        }));
    }
}

public enum ItemMove
{
    Begin,
    ClearRoom,
    Defer,
    HandOver,
}

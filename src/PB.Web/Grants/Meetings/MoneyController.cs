using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PB.Web.Grants.Meetings;

/// <summary>What is left in the pots while the panel decides: all that a finance officer sees of a meeting.</summary>
[Authorize, Route("meetings/{id:guid}/money")]
public sealed class MoneyController(MeetingTools tools, RoomBook book) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.SeeMoney, cancel);
        return refusal ?? View(await book.PageAsync(visit!, cancel));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>What an adult says, after the young people: into the minutes, as advice.</summary>
[Authorize, Route("meetings/{id:guid}/items/{item:guid}/advice")]
public sealed class AdviceController(MeetingTools tools, MeetingDesk desk, DeskBook book) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid item, string? advice, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        if (refusal is not null) return refusal;
        if (visit!.Agenda.All(line => line.Item.Id != item)) return NotFound();
        var words = Typed.Lines(advice);
        if (words.Length is 0 or > 1000) return await AgainAsync(visit, (item, words), tools.Text["Write the advice in 1,000 characters or fewer"], cancel);
        return await desk.AdviseAsync(id, item, (visit.Name, words), cancel) is { } why ? await AgainAsync(visit, (item, words), tools.Text.Of(why), cancel) : tools.Back(this, visit, null);
    }

    // What was typed stands in the box once more; where that item is over meanwhile, only beside the reason: the box is for another one now.
    async Task<ViewResult> AgainAsync(MeetingVisit visit, (Guid Item, string Words) typed, string problem, CancellationToken cancel)
    {
        var again = await book.AgainAsync(this, visit, problem, cancel);
        return View("/Grants/Meetings/Meeting/Show.cshtml", visit.AtHand?.Item.Id == typed.Item ? again with { Advice = typed.Words } : again with { Lost = typed.Words });
    }
}

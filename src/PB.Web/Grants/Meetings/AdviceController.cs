using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>What an adult says, after the young people: into the minutes, as advice.</summary>
[Authorize, Route("meetings/{id:guid}/items/{item:guid}/advice")]
public sealed class AdviceController(MeetingTools tools, MeetingDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid item, string? advice, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        if (refusal is not null) return refusal;
        if (visit!.Agenda.All(line => line.Item.Id != item)) return NotFound();
        var words = Typed.Lines(advice);
        if (words.Length is > 0 and <= 1000) return tools.Back(this, visit, await desk.AdviseAsync(id, item, (visit.Name, words), cancel));
        TempData["Problem"] = tools.Text["Write the advice in 1,000 characters or fewer"].Value;
        return tools.Back(this, visit, null);
    }
}

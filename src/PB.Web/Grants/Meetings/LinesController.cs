using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;
using PB.Tally;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>The amount line by line, as the room agreed on it.</summary>
[Authorize, Route("meetings/{id:guid}/items/{item:guid}/lines")]
public sealed class LinesController(MeetingTools tools, LinesDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid item, Dictionary<int, string?> approved, HandsForm hands, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Lead, cancel);
        if (refusal is not null) return refusal;
        if (ModelState.IsValid && Read(approved) is { } lines)
            return tools.Back(this, visit!, await desk.ApproveAsync(id, item, visit!.PersonId, (lines, hands.Read()), cancel));
        TempData["Problem"] = tools.Text["Write each amount, and how many hands went up, in figures, such as 1,500. Write 0 to leave a line out."].Value;
        return tools.Back(this, visit!, null);
    }

    Dictionary<int, Money>? Read(Dictionary<int, string?> typed)
    {
        var lines = new Dictionary<int, Money>();
        foreach (var (number, sum) in typed)
            if (Typed.Line(sum) is "" or "0")
                lines[number] = Money.Zero;
            else if (tools.Text.WhyNoSum(Typed.Line(sum), "GBP", out var money) is null)
                lines[number] = money;
            else
                return null;
        return lines;
    }
}

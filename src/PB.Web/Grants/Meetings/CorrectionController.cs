using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Meetings;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>The chair and a coordinator say that a result was announced wrongly: then the panel votes on it again.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/panel-decisions/{reference}/correction")]
public sealed class CorrectionController(DecisionTools tools, CorrectionDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(CallAddress address, string reference, string? because, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, shown => shown.MayCorrect, cancel);
        if (refusal is not null) return refusal;
        var words = Typed.Lines(because);
        var why = words.Length is 0 or > 500
            ? text["Say what was wrong, in 500 characters or fewer"].Value
            : await desk.SayAsync(line!, (page!.Visit.PersonId, page.MayLead ? GrantRole.Chair : GrantRole.YouthWorker, words), cancel) is { } refused ? text.Of(refused) : null;
        if (why is not null)
            return View("/Grants/Meetings/DecisionList/Index.cshtml", page! with { Problem = why, Correcting = (reference, words) });
        TempData["Notice"] = text["Kept. Once both of you have said it, the panel votes on it again at its next meeting."].Value;
        return Redirect(page!.Path);
    }
}

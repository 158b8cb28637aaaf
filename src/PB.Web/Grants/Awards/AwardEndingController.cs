using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>The end of an award: a coordinator closes the book on it, or the accountable officer stops it.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/ending")]
public sealed class AwardEndingController(AwardFinder finder, ReturnDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, AwardEnding? ending, string? reason, CancellationToken cancel)
    {
        if (ending is not { } chosen) return BadRequest();
        var right = chosen is AwardEnding.Completed ? (GrantThing.Report, GrantVerb.Approve) : (GrantThing.Offer, GrantVerb.Approve);
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, right, cancel);
        if (refusal is not null) return refusal;
        if (ending is AwardEnding.Terminated && Typed.Lines(reason).Length == 0)
            ModelState.AddModelError("", text["Write why the award is stopped: the group and the panel read it"]);
        else if (await desk.EndAsync(page!.Award.Id, new EndWords(chosen, Typed.Lines(reason)), User.Id()!.Value, cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("/Grants/Awards/Award/Show.cshtml", page);
        TempData["Notice"] = ending is AwardEnding.Completed ? text["This award is finished."].Value : text["This award is stopped."].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }
}

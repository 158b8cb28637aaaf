using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>A coordinator ticks off what a group has done for its grant.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/conditions/{number:int}")]
public sealed class ConditionController(AwardFinder finder, ConditionDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Update(string fund, string reference, int number, string? evidence, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, GrantVerb.Approve), cancel);
        if (refusal is not null) return refusal;
        if (Typed.Lines(evidence).Length == 0)
        {
            ModelState.AddModelError("", text["Say how the group showed that it did this"]);
            return View("/Grants/Awards/Award/Show.cshtml", page);
        }

        await desk.MeetAsync(page!.Award.Id, number, Typed.Lines(evidence), User.Id()!.Value, cancel);
        return Redirect(AwardPaths.Award(fund, reference));
    }
}

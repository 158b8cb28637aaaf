using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Grants.Awards;

/// <summary>The young lead and the supporting adult each answer an offer.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/answer")]
public sealed class AnswerToOfferController(AwardFinder finder, AcceptanceDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, bool? isYes, bool withLess, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Offer, GrantVerb.Accept), cancel);
        if (refusal is not null) return refusal;
        var me = User.Id()!.Value;
        if (isYes is not { } answer)
            ModelState.AddModelError("", text["Press yes or no: nothing was chosen."]);
        else if (await desk.AnswerAsync(page!.Award.Id, new OfferAnswer(me, page.Application.AdultId == me, answer, withLess), cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("/Grants/Awards/Award/Show.cshtml", page);
        TempData["Notice"] = isYes is true ? text["You said yes. The offer stands when both of you have."].Value : text["You said no. The money goes to another group."].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Grants.Awards;

/// <summary>The accountable officer signs an offer: its money is promised from then on. Once, the officer can give a group more time.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/signature")]
public sealed class SignatureController(AwardFinder finder, OfferDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Offer, GrantVerb.Approve), cancel);
        if (refusal is not null) return refusal;
        var (why, left) = await desk.SignAsync(page!.Award.Id, User.Id()!.Value, cancel);
        return Back(page, why is { } given ? text.Of(given, left) : null, text["The offer is on its way to the group."]);
    }

    [HttpPost("extension")]
    public async Task<IActionResult> Update(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Offer, GrantVerb.Approve), cancel);
        if (refusal is not null) return refusal;
        var why = await desk.ExtendAsync(page!.Award.Id, User.Id()!.Value, "", cancel);
        return Back(page, why is { } given ? text.Of(given) : null, text["The group has 28 more days."]);
    }

    IActionResult Back(AwardPage page, string? fault, string notice)
    {
        if (fault is null)
        {
            TempData["Notice"] = notice;
            return Redirect(AwardPaths.Award(page.Fund.Slug, page.Award.Ref));
        }

        ModelState.AddModelError("", fault);
        return View("/Grants/Awards/Award/Show.cshtml", page);
    }
}

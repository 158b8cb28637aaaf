using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Grants.Awards;

/// <summary>Approving an instalment: a coordinator first, then a finance officer, over the fund's limit the accountable officer too.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/instalments/{number:int}")]
public sealed class InstalmentController(AwardFinder finder, PaymentDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Update(string fund, string reference, int number, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Payment, GrantVerb.Approve), cancel);
        if (refusal is not null) return refusal;
        if (page!.Award.Instalments.All(part => part.Number != number)) return NotFound();
        if (page.ApproverOf(number, finder.Roles) is not { } role)
            ModelState.AddModelError("", text.Of(PaymentRefusal.NotYourTurn));
        else if (await desk.ApproveAsync(page.Award.Id, number, new PaymentWord(User.Id()!.Value, role), cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("/Grants/Awards/Award/Show.cshtml", page);
        TempData["Notice"] = text["You approved part {0}.", number].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }
}

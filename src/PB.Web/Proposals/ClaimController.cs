using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>Somebody takes over the idea that was written down for them.</summary>
[AllowAnonymous]
[PrivatePage]
[Route("claim")]
public sealed class ClaimController(ClaimDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public IActionResult New() => View(new ClaimForm());

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.SignIns)]
    public async Task<IActionResult> Create(ClaimForm form, CancellationToken cancel)
    {
        var code = Typed.Line(form.Code);
        if (code.Length == 0) ModelState.AddModelError(nameof(form.Code), text["Write the code"]);
        if (!ModelState.IsValid) return View("New", form);
        if (await desk.ClaimAsync(code, User.Id(), cancel) is not ({ } claimed, null))
        {
            ModelState.AddModelError(nameof(form.Code), text.NoSuchCode());
            return View("New", form);
        }

        TempData["Notice"] = claimed.Key is null
            ? text["The idea is yours now. You find it on your page."].Value
            : text["The idea is yours now. Keep the address of this page: it opens your idea, and nobody else knows it."].Value;
        return Redirect(claimed.Key is null ? ProposalPaths.Draft(claimed.Round, claimed.Id) : $"/proposals/drafts/{claimed.Key}");
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>An officer writes down what somebody says, at a stall, an assembly or on the telephone.</summary>
[Authorize(Staffed.Anybody)]
[Route("rounds/{slug}/proposals/on-behalf")]
public sealed class OnBehalfController(ProposalShelf shelf, Scribe scribe, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string slug, string? at, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return NotFound();
        return !ProposalPolicies.MayWriteForOthers(User) ? Forbid()
            : ProposalPolicies.WhyMayNotWrite(round, shelf.Now) is null ? View(new OnBehalfForm { Event = at }.In(round))
            : Redirect(ProposalPaths.New(slug));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, OnBehalfForm form, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return NotFound();
        if (!ProposalPolicies.MayWriteForOthers(User)) return Forbid();
        if (new OnBehalfReading(ModelState, text).Read(form.In(round)) is not { } idea) return View("New", form);
        if (await scribe.WriteDownAsync(round, User.Id()!.Value, idea, cancel) is not { } made) return Redirect(ProposalPaths.New(slug));
        Response.Headers.CacheControl = "no-store";
        return View("Slip", new ClaimSlip(round, made.Number, idea.Text.Title, made.ClaimCode));
    }
}

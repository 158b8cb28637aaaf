using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>Where a group's money goes: typed in by its supporting adult, read by finance officers only, and each time it is written down.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/account")]
public sealed class BankAccountController(AwardFinder finder, BankDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, cancel);
        return refusal ?? View(new BankAccountForm { Page = page! });
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create(string fund, string reference, BankAccountForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, cancel);
        if (refusal is not null) return refusal;
        form.Page = page!;
        if (form.Read(ModelState, text) is not { } details) return View("New", form);
        await desk.EnterAsync(page!.Award.Id, details, User.Id()!.Value, cancel);
        TempData["Notice"] = page.Account is null
            ? text["Thank you. A finance officer rings you to check it."].Value
            : text["The account is changed. Nothing is paid until a finance officer has rung you."].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }

    [HttpGet("")]
    public async Task<IActionResult> Show(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.BankDetails, GrantVerb.Read), cancel);
        if (refusal is not null) return refusal;
        if (!page!.May(GrantThing.BankDetails, GrantVerb.Write)) return View("Masked", page);
        return await desk.ReadAsync(page.Award, User.Id()!.Value, "Looked at the page of the account", cancel) is { } details
            ? View(new BankAccountPage(page, details)) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(string fund, string reference, string? note, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Payment, GrantVerb.Write), cancel);
        if (refusal is not null) return refusal;
        if (Typed.Lines(note).Length == 0)
            ModelState.AddModelError("", text["Write whom you rang, on which number, and what they said"]);
        else if (await desk.CheckAsync(page!.Award.Id, User.Id()!.Value, Typed.Lines(note), cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("/Grants/Awards/Award/Show.cshtml", page);
        TempData["Notice"] = text["Your call is written down. Payments can go on."].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }

    // Finance officers may write in the account's file, but the supporting adult alone types it in.
    async Task<(AwardPage?, IActionResult?)> OpenAsync(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.BankDetails, GrantVerb.Write), cancel);
        return refusal is null && (page!.Application.AdultId != User.Id() || page.Phase is not AwardPhase.Active || page.WaitsForNewAdult) ? (page, Forbid()) : (page, refusal);
    }
}

public sealed record BankAccountPage(AwardPage Page, BankDetails Details);

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>Money that is due back: a finance officer enters that it came, or the accountable officer lets it go.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/money-back/{id:guid}")]
public sealed class MoneyBackController(AwardFinder finder, ReturnDesk desk, IStringLocalizer<Words> text) : Controller
{
    /// <summary>It came in.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Update(string fund, string reference, Guid id, string? sum, DateOnly? on, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, id, (GrantThing.Payment, GrantVerb.Write), cancel);
        if (refusal is not null) return refusal;
        if (text.WhyNoSum(Typed.Line(sum), "GBP", out var came) is { } fault)
            ModelState.AddModelError("", fault);
        else if (on is null || on > page!.Today)
            ModelState.AddModelError("", text["Say on which day the money came in"]);
        else if (!await desk.ReceiveAsync(id, new Receipt(came, on.Value), User.Id()!.Value, cancel))
            ModelState.AddModelError("", text["That is more than is due, or it was dealt with before."]);
        return Back(page!, text["The money is back in the pots."]);
    }

    /// <summary>It is let go.</summary>
    [HttpPost("waiver")]
    public async Task<IActionResult> Destroy(string fund, string reference, Guid id, string? why, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, id, (GrantThing.Offer, GrantVerb.Approve), cancel);
        if (refusal is not null) return refusal;
        if (Typed.Lines(why).Length == 0)
            ModelState.AddModelError("", text["Write why the money is let go"]);
        else if (!await desk.WaiveAsync(id, Typed.Lines(why), User.Id()!.Value, cancel))
            ModelState.AddModelError("", text["This was dealt with before."]);
        return Back(page!, text["The money is let go."]);
    }

    async Task<(AwardPage?, IActionResult?)> OpenAsync(string fund, string reference, Guid id, (GrantThing, GrantVerb) right, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, right, cancel);
        return refusal is null && page!.MoneyBacks.All(back => back.Id != id) ? (null, NotFound()) : (page, refusal);
    }

    IActionResult Back(AwardPage page, string notice)
    {
        if (!ModelState.IsValid) return View("/Grants/Awards/Award/Show.cshtml", page);
        TempData["Notice"] = notice;
        return Redirect(AwardPaths.Award(page.Fund.Slug, page.Award.Ref));
    }
}

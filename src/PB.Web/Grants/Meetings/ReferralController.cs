using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Meetings;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>The accountable officer sends a decision back: a ground and a text, and nothing else.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/panel-decisions/{reference}/referral")]
public sealed class ReferralController(DecisionTools tools, ReferralDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(CallAddress address, string reference, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, p => p.MayRefer, cancel);
        return refusal ?? View(new ReferralForm { Page = page!, Line = line! });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(CallAddress address, string reference, ReferralForm form, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, p => p.MayRefer, cancel);
        if (refusal is not null) return refusal;
        (form.Page, form.Line) = (page!, line!);
        if (line!.Decision is not { } decision) return NotFound();
        if (ModelState.IsValid && await desk.RaiseAsync(decision.Id, page!.Visit.PersonId, (form.Ground!.Value, Typed.Lines(form.Text)), cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("New", form);
        TempData["Notice"] = text["The panel is asked to look at it again."].Value;
        return Redirect(page!.Path);
    }

    [HttpPost("end")]
    public async Task<IActionResult> Destroy(CallAddress address, string reference, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, p => p.MayRefer, cancel);
        if (refusal is not null) return refusal;
        if (line!.Decision is not { } decision) return NotFound();
        if (await desk.WithdrawAsync(decision.Id, page!.Visit.PersonId, cancel) is { } why) TempData["Problem"] = text.Of(why);
        return Redirect(page.Path);
    }
}

public sealed class ReferralForm
{
    [Display(Name = "Why do you send it back?")]
    [Required(ErrorMessage = "Choose one of the six grounds")]
    public ReferralGround? Ground { get; set; }

    [Display(Name = "What is wrong, in words that everybody can read?")]
    [Required(ErrorMessage = "Say what is wrong")]
    [StringLength(2000, ErrorMessage = "Write it in 2,000 characters or fewer")]
    public string? Text { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal DecisionListPage Page { get; set; } = null!;

    internal ReleaseLine Line { get; set; } = null!;
}

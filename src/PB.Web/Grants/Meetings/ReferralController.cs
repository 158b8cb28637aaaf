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
    const int LongestReason = 500;

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

    /// <summary>An officer takes it back; or, where every officer has a conflict, a coordinator who says why.</summary>
    [HttpPost("end")]
    public async Task<IActionResult> Destroy(CallAddress address, string reference, string? because, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, p => p.MayRefer || p.MayRelease, cancel);
        if (refusal is not null) return refusal;
        if (!page!.MayTakeBack(line!)) return Forbid();
        if (line!.Decision is not { } decision) return NotFound();
        var words = Typed.Lines(because);
        if (!page.MayRefer && words.Length is 0 or > LongestReason)
            return View("/Grants/Meetings/DecisionList/Index.cshtml", page with { Problem = text["Say why in {0} characters or fewer. It is kept in the journal.", LongestReason], Typed = (reference, because ?? "") });
        if (await desk.WithdrawAsync(decision.Id, page.Visit.PersonId, page.MayRefer ? "" : words, cancel) is { } why) TempData["Problem"] = text.Of(why);
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

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Meetings;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>The body does not pay what the panel decided twice, and says why to everybody.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/panel-decisions/{reference}/refusal")]
public sealed class RefusalController(DecisionTools tools, ReferralDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(CallAddress address, string reference, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, p => p.MayRefer, cancel);
        return refusal ?? View(new RefusalForm { Page = page!, Line = line! });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(CallAddress address, string reference, RefusalForm form, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, p => p.MayRefer, cancel);
        if (refusal is not null) return refusal;
        (form.Page, form.Line) = (page!, line!);
        if (line!.Decision is not { } decision) return NotFound();
        if (ModelState.IsValid && await desk.RefuseAsync(decision.Id, page!.Visit.PersonId, (form.Ground!.Value, Typed.Lines(form.Because)), cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("New", form);
        TempData["Notice"] = text["Everybody will read the reason when the decisions go out."].Value;
        return Redirect(page!.Path);
    }
}

public sealed class RefusalForm
{
    [Display(Name = "On which ground?")]
    [Required(ErrorMessage = "Choose one of the three grounds")]
    public ReferralGround? Ground { get; set; }

    [Display(Name = "Why, in words that everybody can read?")]
    [Required(ErrorMessage = "Say why")]
    [StringLength(2000, ErrorMessage = "Write it in 2,000 characters or fewer")]
    public string? Because { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal DecisionListPage Page { get; set; } = null!;

    internal ReleaseLine Line { get; set; } = null!;
}

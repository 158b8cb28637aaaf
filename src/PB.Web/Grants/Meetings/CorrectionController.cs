using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Meetings;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>The chair and a coordinator say that a result was announced wrongly: then the panel votes on it again.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/panel-decisions/{reference}/correction")]
public sealed class CorrectionController(DecisionTools tools, CorrectionDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(CallAddress address, string reference, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, shown => shown.MayCorrect, cancel);
        return refusal ?? View(new CorrectionForm { Page = page!, Line = line! });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(CallAddress address, string reference, CorrectionForm form, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, shown => shown.MayCorrect, cancel);
        if (refusal is not null) return refusal;
        (form.Page, form.Line) = (page!, line!);
        if (ModelState.IsValid && await desk.SayAsync(line!, (page!.Visit.PersonId, page.MayLead ? GrantRole.Chair : GrantRole.YouthWorker, form.Because!), cancel) is { } why)
            ModelState.AddModelError("", text.Of(why));
        if (!ModelState.IsValid) return View("New", form);
        TempData["Notice"] = text["Kept. Once both of you have said it, the panel votes on it again at its next meeting."].Value;
        return Redirect(page!.Path);
    }
}

public sealed class CorrectionForm
{
    [Display(Name = "What was wrong?")]
    [Required(ErrorMessage = "Say what was wrong")]
    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? Because { get; set => field = Typed.Lines(value); }

    internal DecisionListPage Page { get; set; } = null!;

    internal ReleaseLine Line { get; set; } = null!;
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>A group appeals on the way to a decision; the accountable officer, who had no part in it, answers.</summary>
[Authorize]
[Route("funds/{fund}/applications/{reference}/appeal")]
public sealed class ProcessAppealController(PbContext db, AwardFinder finder, ProcessAppealDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string fund, string reference, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(fund, reference, new ProcessAppealForm(), cancel);
        return refusal ?? View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, ProcessAppealForm posted, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(fund, reference, posted, cancel);
        if (refusal is not null || !form!.MayLodge) return refusal ?? Forbid();
        if (form.Ground is null) ModelState.AddModelError(nameof(form.Ground), text["Choose what went wrong"]);
        if (Typed.Lines(form.Reason).Length == 0) ModelState.AddModelError(nameof(form.Reason), text["Write what went wrong"]);
        if (!ModelState.IsValid) return View("Show", form);
        await desk.LodgeAsync(form.Case.Application.Id, new AppealWords(form.Ground!.Value, Typed.Lines(form.Reason)), User.Id()!.Value, cancel);
        TempData["Notice"] = text["Your appeal is in. Somebody who had no part in the decision looks at it."].Value;
        return Redirect(AwardPaths.Appeal(fund, reference));
    }

    [HttpPost("answer")]
    public async Task<IActionResult> Update(string fund, string reference, ProcessAppealForm posted, CancellationToken cancel)
    {
        var (form, refusal) = await OpenAsync(fund, reference, posted, cancel);
        if (refusal is not null || !form!.MayAnswer) return refusal ?? Forbid();
        if (form.Outcome is null) ModelState.AddModelError(nameof(form.Outcome), text["Choose what comes of it"]);
        if (Typed.Lines(form.Answer).Length == 0) ModelState.AddModelError(nameof(form.Answer), text["Write why"]);
        if (!ModelState.IsValid) return View("Show", form);
        if (await desk.AnswerAsync(form.Case.Application.Id, form.Outcome!.Value, Typed.Lines(form.Answer), User.Id()!.Value, cancel) is { } why)
        {
            ModelState.AddModelError("", text.Of(why));
            return View("Show", form);
        }

        TempData["Notice"] = text["Your answer is on its way to the group."].Value;
        return Redirect(AwardPaths.Appeal(fund, reference));
    }

    async Task<(ProcessAppealForm? Form, IActionResult? Refusal)> OpenAsync(string fund, string reference, ProcessAppealForm form, CancellationToken cancel)
    {
        var (found, refusal) = await finder.ApplicationAsync(this, fund, reference, (GrantThing.Decision, GrantVerb.Read), cancel);
        if (refusal is not null || ProcessAppeal.LastDay(found!.Call) is not { } until) return (null, refusal ?? NotFound());
        form.Case = found;
        form.Appeal = await db.ProcessAppeals.AsNoTracking().SingleOrDefaultAsync(appeal => appeal.ApplicationId == found.Application.Id, cancel);
        form.Until = until;
        form.MayLodge = form.Appeal is null && DateOnly.FromDateTime(finder.Now.UtcDateTime) <= form.Until
            && finder.Roles.Any(role => role is GrantRole.Applicant or GrantRole.SupportingAdult);
        form.MayAnswer = form.Appeal is { AnsweredAt: null } && finder.Roles.Contains(GrantRole.AccountableOfficer);
        form.HadPart = form.MayAnswer && await desk.HadPartAsync(found.Application.Id, User.Id()!.Value, cancel);
        return form.Appeal is null && !form.MayLodge ? (null, NotFound()) : (form, null);
    }
}

public sealed class ProcessAppealForm
{
    [Display(Name = "What went wrong?")]
    public AppealGround? Ground { get; set; }

    [Display(Name = "What happened?")]
    [StringLength(3000, ErrorMessage = "Say what happened in 3,000 characters or fewer")]
    public string? Reason { get; set; }

    [Display(Name = "What comes of it?")]
    public AppealOutcome? Outcome { get; set; }

    [Display(Name = "Why?")]
    [StringLength(3000, ErrorMessage = "Say why in 3,000 characters or fewer")]
    public string? Answer { get; set; }

    internal ApplicationCase Case { get; set; } = null!;
    internal ProcessAppeal? Appeal { get; set; }
    internal DateOnly Until { get; set; }
    internal bool MayLodge { get; set; }
    internal bool MayAnswer { get; set; }

    /// <summary>Whether whoever looks had a part in the decision: then they read it, and another answers.</summary>
    internal bool HadPart { get; set; }
}

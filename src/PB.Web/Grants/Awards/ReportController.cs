using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>A group writes its report; a coordinator lets it stand or asks about it.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/report")]
public sealed class ReportController(AwardFinder finder, ReportDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, GrantVerb.Read, cancel);
        return refusal ?? View(ReportForm.Of(page!));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, ReportForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        form.Page = page!;
        if (form.Read(ModelState, text) is not { } words) return View("Show", form);
        if (await desk.SubmitAsync(page!.Report!.Id, words, User.Id()!.Value, cancel) is { } why)
        {
            ModelState.AddModelError("", text.Of(why));
            return View("Show", form);
        }

        TempData["Notice"] = text["Your report is in. Thank you."].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }

    [HttpPost("word")]
    public async Task<IActionResult> Update(string fund, string reference, WordOnReport word, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, reference, GrantVerb.Approve, cancel);
        if (refusal is not null) return refusal;
        if (word.Accepts is null)
            ModelState.AddModelError("", text["Press one of the two: nothing was chosen."]);
        else if (word.Accepts is true && !await desk.AcceptAsync(page!.Report!.Id, word.Refused, User.Id()!.Value, cancel))
            ModelState.AddModelError("", text["There is no report that waits for you."]);
        else if (word.Accepts is false && Typed.Lines(word.Question).Length == 0)
            ModelState.AddModelError("", text["Write what you would like to know"]);
        else if (word.Accepts is false && !await desk.AskAsync(page!.Report!.Id, Typed.Lines(word.Question), User.Id()!.Value, cancel))
            ModelState.AddModelError("", text["There is no report that waits for you."]);
        if (!ModelState.IsValid) return View("Show", ReportForm.Of(page!, word.Question));
        TempData["Notice"] = word.Accepts is true ? text["The report is accepted."].Value : text["The group is asked."].Value;
        return Redirect(AwardPaths.Award(fund, reference));
    }

    async Task<(AwardPage?, IActionResult?)> OpenAsync(string fund, string reference, GrantVerb verb, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, verb), cancel);
        // The public reads its sum on the page of the award.
        if (refusal is null && (page!.Report is null || finder.Roles.Count == 1)) return (null, NotFound());
        return refusal is null && verb is GrantVerb.Write && page!.Report!.AcceptedAt is not null ? (page, Forbid()) : (page, refusal);
    }
}

/// <param name="Refused">Numbers of lines that were not for what was agreed.</param>
public sealed record WordOnReport(bool? Accepts, string? Question, int[] Refused)
{
    public int[] Refused { get; init; } = Refused ?? [];
}

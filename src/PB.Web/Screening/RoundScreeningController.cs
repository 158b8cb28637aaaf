using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Screening;
using PB.Web.Journal;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Screening;

/// <summary>A round's manager at work: what is with whom, what is late, and giving ideas to departments.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/screening")]
public sealed class RoundScreeningController(PbContext db, ScreeningDoor door, Dispatch dispatch, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug, ProgressQuery query, CancellationToken cancel)
    {
        var (round, plan, refusal) = await door.OpenAsync(this, slug, cancel);
        if (refusal is not null) return refusal;
        var page = await ProgressPage.ReadAsync(db, (round!, plan!), query, door.Now, cancel);
        return View(page with { WithoutSecond = page.MayAssign ? await ProgressPage.WithoutSecondAsync(db, round!.Id, User.Id()!.Value, cancel) : [] });
    }

    [HttpGet("{number:int}"), ReadsPersonalData("Looked at how a proposal is checked, and by whom")]
    public async Task<IActionResult> Show(string slug, int number, CancellationToken cancel)
    {
        var (round, _, refusal) = await door.OpenAsync(this, slug, cancel);
        if (refusal is not null) return refusal;
        return await ProposalChecks.ReadAsync(db, round!, number, cancel) is { } checks ? View(checks) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, AssignForm form, CancellationToken cancel)
    {
        var (round, _, refusal) = await door.OpenAsync(this, slug, cancel);
        if (refusal is not null) return refusal;
        var known = await db.Departments.Where(d => form.Departments.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel);
        TempData["Notice"] = form.Numbers.Length == 0 || known.Count == 0
            ? text["Tick at least one idea and at least one department."].Value
            : await dispatch.AssignAsync(round!.Id, form.Numbers, known, User.Id()!.Value, cancel) switch
            {
                null => text["Nothing is assigned: one of the ideas cannot be checked any more. Look again."].Value,
                1 => text["1 check is assigned."].Value,
                var many => text["{0} checks are assigned.", many].Value,
            };
        return Redirect(ScreeningPaths.Round(slug) + form.Back);
    }
}

public sealed class AssignForm
{
    public int[] Numbers { get; set; } = [];
    public Guid[] Departments { get; set; } = [];

    /// <summary>The query of the list that was shown.</summary>
    public string? Query { get; set; }

    internal string Back => Query is ['?', ..] query && Uri.IsWellFormedUriString(query, UriKind.Relative) ? query : "";
}

/// <summary>What is asked of the list.</summary>
public sealed record ProgressQuery(Progress? State, string? Search, int Page = 1);

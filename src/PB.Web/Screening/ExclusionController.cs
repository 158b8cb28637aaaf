using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Screening;

/// <summary>Ideas of which at most one can be funded: the machine asks, somebody says.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/exclusions")]
public sealed class ExclusionController(PbContext db, ExclusionTools tools, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await tools.OpenAsync(this, slug, cancel);
        return refusal ?? View(await PageAsync(round!, new ExclusionForm(), cancel));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, ExclusionForm form, CancellationToken cancel)
    {
        var (round, refusal) = await tools.OpenAsync(this, slug, cancel);
        if (refusal is not null) return refusal;
        if (ModelState.IsValid && await tools.DecideAsync(round!, form, User.Id()!.Value, cancel) is { } fault)
            ModelState.AddModelError("", text[fault]);
        if (!ModelState.IsValid) return View("Index", await PageAsync(round!, form, cancel));
        TempData["Notice"] = form.Excludes
            ? text["Kept: at most one of {0} and {1} can be funded.", form.One!, form.Other!].Value
            : text["Kept: {0} and {1} can both be funded.", form.One!, form.Other!].Value;
        return Redirect(ScreeningPaths.Exclusions(slug));
    }

    async Task<ExclusionsPage> PageAsync(Round round, ExclusionForm form, CancellationToken cancel) => new(round, form)
    {
        MayDecide = round.IsBeforeVoting(tools.Now),
        Likely = await db.LikelyPairsAsync(round.Id, cancel),
        Decided = await (from pair in db.Exclusions
                         where pair.RoundId == round.Id
                         join one in db.Proposals on new { pair.RoundId, Number = (int?)pair.One } equals new { one.RoundId, one.Number }
                         join other in db.Proposals on new { pair.RoundId, Number = (int?)pair.Other } equals new { other.RoundId, other.Number }
                         orderby pair.One, pair.Other
                         select new ExclusionsPage.Pair(pair.One, one.Title, pair.Other, other.Title) { Excludes = pair.Excludes, Reason = pair.Reason }).ToListAsync(cancel),
    };
}

public sealed record ExclusionsPage(Round Round, ExclusionForm Form)
{
    public required bool MayDecide { get; init; }
    public required IReadOnlyList<LikelyPair> Likely { get; init; }
    public required IReadOnlyList<Pair> Decided { get; init; }

    public sealed record Pair(int One, string OneTitle, int Other, string OtherTitle)
    {
        public required bool Excludes { get; init; }
        public required string Reason { get; init; }
    }
}

public sealed class ExclusionForm
{
    [Required(ErrorMessage = "Give the numbers of two ideas")]
    public int? One { get; set; }

    [Required(ErrorMessage = "Give the numbers of two ideas")]
    public int? Other { get; set; }

    public bool Excludes { get; set; }

    [Required(ErrorMessage = "Say why: everybody can read it")]
    [StringLength(500, ErrorMessage = "Write the reason in 500 characters or fewer")]
    public string? Reason { get; set; }
}

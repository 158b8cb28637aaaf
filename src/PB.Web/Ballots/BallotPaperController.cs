using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Data;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;
using PB.Web.Rounds;

namespace PB.Web.Ballots;

/// <summary>The ballot before anybody sees it: what is missing on it, and its numbers. For those who look after the round.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/ballot-paper")]
public sealed class BallotPaperController(PbContext db, NumberDraw draw, IAuthorizationService doors, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        return refusal ?? View(await BallotPaperPage.ReadAsync(db, round!, clock.GetUtcNow(), cancel));
    }

    [HttpPost("lot")]
    public async Task<IActionResult> Create(string slug, NumberLotForm form, [FromServices] IStringLocalizer<Words> text, CancellationToken cancel)
    {
        var (round, closed) = await FindAsync(slug, cancel);
        if (closed is not null)
            return closed;
        if (ModelState.IsValid && await draw.DrawAsync(round!.Id, User.Id()!.Value, Typed.Line(form.Fell), cancel) is { } refusal)
            ModelState.AddModelError("", text.Sentence(refusal));
        if (!ModelState.IsValid)
            return View("Show", (await BallotPaperPage.ReadAsync(db, round!, clock.GetUtcNow(), cancel)) with { Form = form });
        TempData["Notice"] = text["The numbers are drawn. The seed and the order are on the page of the round."].Value;
        return Redirect(BallotPaths.Paper(slug));
    }

    async Task<(Round?, IActionResult?)> FindAsync(string slug, CancellationToken cancel) =>
        await db.FindRoundAsync(slug, cancel) is { AnnouncedAt: not null } round
            ? (round, await this.RefuseAsync(doors, RoundAct.LookAfter, round))
            : (null, NotFound());
}

public sealed class NumberLotForm
{
    [Display(Name = "What fell?")]
    [Required(ErrorMessage = "Write down what fell: nobody may be able to choose it")]
    [StringLength(100, MinimumLength = 6, ErrorMessage = "Write what fell, where and when, in 6 to 100 characters")]
    [RegularExpression(@"[\p{L}\p{Nd} .,:/\-]*", ErrorMessage = "Use only letters, figures, spaces and . , : / -")]
    public string? Fell { get; set; }
}

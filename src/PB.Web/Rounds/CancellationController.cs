using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Data;
using PB.Journal;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Rounds;

[Authorize(Staffed.Manager)]
public sealed class CancellationController(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    [HttpGet("rounds/{slug}/cancellation")]
    public async Task<IActionResult> New(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        return await this.RefuseAsync(doors, RoundAct.Cancel, round) ?? Show(new CancellationForm(), round);
    }

    [HttpPost("rounds/{slug}/cancellation")]
    public async Task<IActionResult> Create(string slug, CancellationForm form, CancellationToken cancel)
    {
        await using var held = await db.HoldRoundAsync(slug, cancel);
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.Cancel, round) is { } refusal)
            return refusal;
        if (!ModelState.IsValid)
            return Show(form, round);

        var now = clock.GetUtcNow();
        round.Cancel(form.Reason!.Trim(), now);
        db.Journal.Add(new JournalEntry(User.Id(), "Cancelled the round", $"rounds/{slug}", form.Reason.Trim(), now));
        await db.SaveChangesAsync(cancel);
        await BallotGate.VoidAsync(db, round.Id, cancel);
        await held.CommitAsync(cancel);
        TempData["Notice"] = words["The round is cancelled, and its page says why."].Value;
        return Redirect(RoundPaths.Of(slug));
    }

    ViewResult Show(CancellationForm form, Round round)
    {
        ViewData["Round"] = round.Title;
        return View("New", form);
    }
}

public sealed class CancellationForm
{
    [Required(ErrorMessage = "Write why the round is cancelled: everybody can read it")]
    [StringLength(1000, ErrorMessage = "The reason can have up to 1,000 characters")]
    public string? Reason { get; set; }
}

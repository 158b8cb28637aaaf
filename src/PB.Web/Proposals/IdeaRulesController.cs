using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Proposals;

/// <summary>What a round promises to ideas that many people endorse: said before ideas open, and kept.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/idea-rules")]
public sealed class IdeaRulesController(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> text, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round) return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } refusal) return refusal;
        var rules = await db.IdeaRules.AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == round.Id, cancel) ?? new IdeaRules(round.Id);
        return View(new IdeaRulesForm { Endorsements = rules.EndorsementsForAnswer, Days = rules.AnswerWithinDays, Round = round });
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(string slug, IdeaRulesForm form, CancellationToken cancel)
    {
        await using var held = await db.HoldRoundAsync(slug, cancel);
        if (await db.FindRoundAsync(slug, cancel) is not { } round) return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } refusal) return refusal;
        form.Round = round;
        var now = clock.GetUtcNow();
        if (!round.IsBeforeIdeas(now)) ModelState.AddModelError("", text["Ideas have opened, so what was promised stands."]);
        if (!ModelState.IsValid) return View("Edit", form);
        var rules = await db.IdeaRules.SingleOrDefaultAsync(r => r.RoundId == round.Id, cancel) ?? db.IdeaRules.Add(new IdeaRules(round.Id)).Entity;
        rules.Promise(form.Endorsements!.Value, form.Days!.Value);
        db.Journal.Add(new JournalEntry(User.Id(), "Promised answers to endorsed ideas", $"rounds/{slug}", $"{form.Endorsements} endorsements, {form.Days} days", now));
        await db.SaveChangesAsync(cancel);
        await held.CommitAsync(cancel);
        TempData["Notice"] = text["Saved. It is shown wherever ideas are."].Value;
        return Redirect(RoundPaths.Of(slug));
    }
}

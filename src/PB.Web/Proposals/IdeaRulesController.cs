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
        return View(new IdeaRulesForm
        {
            Endorsements = rules.EndorsementsForAnswer,
            Days = rules.AnswerWithinDays,
            Moderation = rules.Moderation,
            SlowMode = rules.SlowModeMinutes,
            Round = round,
        });
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(string slug, IdeaRulesForm form, CancellationToken cancel)
    {
        await using var held = await db.HoldRoundAsync(slug, cancel);
        if (await db.FindRoundAsync(slug, cancel) is not { } round) return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } refusal) return refusal;
        form.Round = round;
        var now = clock.GetUtcNow();
        var rules = await db.IdeaRules.SingleOrDefaultAsync(r => r.RoundId == round.Id, cancel) ?? db.IdeaRules.Add(new IdeaRules(round.Id)).Entity;
        if (!round.IsBeforeIdeas(now) && (rules.EndorsementsForAnswer, rules.AnswerWithinDays) != (form.Endorsements, form.Days))
            ModelState.AddModelError("", text["Ideas have opened, so what was promised stands."]);
        if (!ModelState.IsValid) return View("Edit", form);
        rules.Promise(form.Endorsements!.Value, form.Days!.Value);
        rules.LetPeopleTalk(form.Moderation, form.SlowMode!.Value);
        db.Journal.Add(new JournalEntry(User.Id(), "Said how ideas are endorsed and talked about", $"rounds/{slug}",
            $"{form.Endorsements} endorsements, {form.Days} days, comments: {form.Moderation}, {form.SlowMode} minutes apart", now));
        await db.SaveChangesAsync(cancel);
        await held.CommitAsync(cancel);
        TempData["Notice"] = text["Saved. It is shown wherever ideas are."].Value;
        return Redirect(RoundPaths.Of(slug));
    }
}

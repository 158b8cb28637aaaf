using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Rounds;

[Authorize(Staffed.Manager)]
public sealed class CopyController(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    const int LongestTitle = 120;

    [HttpPost("rounds/{slug}/copy")]
    public async Task<IActionResult> Create(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.Copy, round) is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        var title = words["{0} (copy)", round.Title].Value;
        title = title.Length > LongestTitle ? round.Title : title;
        var plan = await db.ScreeningPlans.AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id, cancel);
        var rules = await db.IdeaRules.AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == round.Id, cancel);
        var copy = await db.SaveDraftAsync(title, address =>
        {
            var clone = round.Clone(title, address, User.Id()!.Value, now);
            db.Add(clone);
            if (plan is not null)
                db.Add(plan.For(clone.Id));
            if (rules is not null)
                db.Add(rules.For(clone.Id));
            db.Journal.Add(new JournalEntry(User.Id(), "Copied a round into a new draft", $"rounds/{address}", $"From rounds/{slug}", now));
        }, cancel);
        TempData["Notice"] = words["This is a new draft with the words and rules of the old round. Give it its own title, dates and approval of the money."].Value;
        return Redirect(RoundPaths.Setup(copy));
    }
}

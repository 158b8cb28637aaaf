using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds.Setup;

namespace PB.Web.Rounds;

[Authorize(Staffed.Manager)]
public sealed class AnnouncementController(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    [HttpPost("rounds/{slug}/announcement")]
    public async Task<IActionResult> Create(string slug, CancellationToken cancel)
    {
        await using var held = await db.HoldRoundAsync(slug, cancel);
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.Announce, round) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        if (round.MissingBeforeAnnouncement(now).Any())
        {
            ModelState.AddModelError("", words["This round cannot be announced yet. Mend what is listed under “Announce it”."]);
            return View("/Rounds/Setup/Setup/Show.cshtml", new SetupPage(round, now));
        }

        round.Announce(now);
        db.Journal.Add(new JournalEntry(User.Id(), "Announced the round", $"rounds/{slug}", "", now));
        await db.SaveChangesAsync(cancel);
        await held.CommitAsync(cancel);
        TempData["Notice"] = words["The round is announced. Everybody can see it now."].Value;
        return Redirect(RoundPaths.Of(slug));
    }
}

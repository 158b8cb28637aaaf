using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Data;
using PB.Roll;
using PB.Web.Ballots;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Roll;

[Authorize]
[Route("/rounds/{slug}/followers")]
public sealed class FollowerController(PbContext db, PollingStation station, IStringLocalizer<Words> text, TimeProvider clock) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Update(string slug, bool follow, CancellationToken cancel)
    {
        if (await station.RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (follow)
            await db.FollowAsync(round.Id, User.Id()!.Value, clock.GetUtcNow(), cancel);
        else
            await db.UnfollowAsync(round.Id, User.Id()!.Value, cancel);
        TempData["Notice"] = follow ? text["We will e-mail you the result"].Value : text["We will not e-mail you the result"].Value;
        return Redirect(BallotPaths.Receipt(round.Slug));
    }
}

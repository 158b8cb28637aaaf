using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Ballots;
using PB.Data;
using PB.Roll;
using PB.Web.People;
using PB.Web.Roll;

namespace PB.Web.Ballots;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/rounds/{slug}/ballot/receipt")]
public sealed class ReceiptController(PbContext db, PollingStation station, BallotBox box, BallotSlot slot) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await station.StandingAsync(slug, HttpContext.Elector(), cancel) is not { } standing)
            return NotFound();
        if (standing.Voter is null && User.Id() is null)
            return Challenge();
        if (standing is not { Mark: not null, Voter: { } voter, Round.CancelledAt: null })
            return Redirect(BallotPaths.Ballot(standing.Round.Slug));
        var own = await box.OwnAsync(voter, standing.Round, cancel);
        return View(new ReceiptPage(standing, own?.Numbers,
            own is null ? null : slot.Receipt(standing.Paper!, own.Leaf),
            await db.FollowsAsync(standing.Round.Id, User.Id(), cancel))
        {
            StillOpen = await station.StillOpenAsync(standing, cancel),
        });
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Results;

namespace PB.Web.Results;

[AllowAnonymous]
[Route("/rounds/{slug}/result")]
public sealed class ResultController(PbContext db, PollingStation station, BallotGate gate) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await station.RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await db.PublishedResultAsync(round.Id, cancel) is { } result)
            return View(new ResultPage(round, result, ResultDocument.Read(result.Document), (await gate.PaperAsync(round, cancel))!)
            {
                Head = await db.NewestHeadAsync(round.Id, cancel),
                PackLevel = await db.Packs.Where(pack => pack.RoundId == round.Id && pack.Version == result.Version).Select(pack => (int?)pack.Level).SingleOrDefaultAsync(cancel),
            });
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("NotYet", round);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Ballots;

namespace PB.Web.Results;

[AllowAnonymous]
[Route("/rounds/{slug}/result")]
public sealed class ResultController(PollingStation station, ResultReading reading) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await station.RoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await reading.ReadAsync(round, null, User, cancel) is { } page)
            return View(page);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("NotYet", round);
    }
}

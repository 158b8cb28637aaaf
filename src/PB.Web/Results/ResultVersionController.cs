using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Ballots;

namespace PB.Web.Results;

/// <summary>A version of a result that was published once, whether it still stands or not.</summary>
[AllowAnonymous]
[Route("/rounds/{slug}/result/versions/{version:int}")]
public sealed class ResultVersionController(PollingStation station, ResultReading reading) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, int version, CancellationToken cancel) =>
        await station.RoundAsync(slug, cancel) is { } round && await reading.ReadAsync(round, version, User, cancel) is { } page
            ? View("/Results/Result/Show.cshtml", page)
            : NotFound();
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Ballots;
using PB.Data;
using PB.Results;

namespace PB.Web.Results;

[AllowAnonymous]
[Route("/rounds/{slug}/result.{format:regex(^(json|csv)$)}")]
[Route("/rounds/{slug}/result/versions/{version:int}.{format:regex(^(json|csv)$)}")]
public sealed class ResultFileController(PbContext db, PollingStation station) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, int? version, string format, CancellationToken cancel)
    {
        if (await station.RoundAsync(slug, cancel) is not { } round || await db.PublishedResultAsync(round.Id, version, cancel) is not { } result)
            return NotFound();
        return format == "json"
            ? File(System.Text.Encoding.UTF8.GetBytes(result.Document), "application/json", $"{round.Slug}-result.json")
            : File(ResultTable.Csv(ResultDocument.Read(result.Document)), "text/csv; charset=utf-8", $"{round.Slug}-projects.csv");
    }
}

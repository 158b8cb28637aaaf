using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Journal;

namespace PB.Web.Journal;

/// <summary>The public's hold on the journal: its length and last hash, day by day.</summary>
[AllowAnonymous]
[Route("journal")]
public sealed class HeadController(PbContext db) : Controller
{
    const int Shown = 400;

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await JournalHead.PublishedAsync(db, Shown, cancel));
}

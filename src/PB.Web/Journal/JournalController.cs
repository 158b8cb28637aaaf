using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Web.People;

namespace PB.Web.Journal;

[Authorize(Staffed.JournalReader)]
[Route("desk/journal")]
public sealed class JournalController(PbContext db) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(JournalSearch search, CancellationToken cancel) => View(await JournalPage.ReadAsync(db, search, cancel));
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Web.People;

namespace PB.Web.Screening;

[Authorize(Staffed.Reviewer)]
[Route("desk/screening")]
public sealed class QueueController(ScreeningTable table) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        View(new QueuePage(await table.QueueAsync(cancel), table.Now));
}

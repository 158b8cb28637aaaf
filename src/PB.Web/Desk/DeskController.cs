using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Web.People;

namespace PB.Web.Desk;

[Authorize(Staffed.Anybody)]
public sealed class DeskController(PbContext db, TimeProvider clock) : Controller
{
    [HttpGet("desk")]
    public async Task<IActionResult> Show(CancellationToken cancel) =>
        View(await DeskPage.ReadAsync(db, User, clock.GetUtcNow(), cancel));
}

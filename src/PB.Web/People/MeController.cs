using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;

namespace PB.Web.People;

[Authorize]
[Route("/me")]
public sealed class MeController(PbContext db, TimeProvider clock) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) =>
        View(await MyPage.ReadAsync(db, User.Id()!.Value, clock.GetUtcNow(), cancel));
}

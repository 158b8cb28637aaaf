using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Rounds.Setup;

[Authorize(Staffed.Manager)]
public sealed class SetupController(PbContext db, IAuthorizationService doors, TimeProvider clock) : Controller
{
    [HttpGet("rounds/{slug}/setup")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        return await this.RefuseAsync(doors, RoundAct.SetUp, round) ?? View(new SetupPage(round, clock.GetUtcNow()));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;

namespace PB.Web.Rounds;

[AllowAnonymous]
public sealed class RoundController(PbContext db, IAuthorizationService doors, TimeProvider clock) : Controller
{
    [HttpGet("rounds/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await db.WholeRounds().AsNoTracking().SingleOrDefaultAsync(r => r.Slug == slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.See, round) is { } refusal)
            return refusal;
        return View(await RoundPage.ReadAsync(db, round, clock.GetUtcNow(), new RoundPage.Buttons(
            SetUp: await doors.MayAsync(User, RoundAct.SetUp, round),
            Copy: await doors.MayAsync(User, RoundAct.Copy, round),
            ChangeCalendar: await doors.MayAsync(User, RoundAct.ChangeCalendar, round),
            Cancel: await doors.MayAsync(User, RoundAct.Cancel, round),
            AskForTwo: round.AnnouncedAt is not null && await doors.MayAsync(User, RoundAct.LookAfter, round),
            Rehearse: await doors.MayAsync(User, RoundAct.Rehearse, round)), cancel));
    }
}

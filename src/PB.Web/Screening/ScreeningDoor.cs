using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Rounds;
using PB.Screening;
using PB.Web.Rounds;

namespace PB.Web.Screening;

/// <summary>Opens a round with departments to those who look after it.</summary>
public sealed class ScreeningDoor(PbContext db, IAuthorizationService doors, TimeProvider clock)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <returns>The round and how it is checked, or why not.</returns>
    public async Task<(Round? Round, ScreeningPlan? Plan, IActionResult? Refusal)> OpenAsync(ControllerBase controller, string slug, CancellationToken cancel)
    {
        var found = await (
            from round in db.Rounds.AsNoTracking().Include(r => r.Neighbourhoods)
            where round.Slug == slug && round.AnnouncedAt != null
            join plan in db.ScreeningPlans.AsNoTracking() on round.Id equals plan.RoundId
            select new { round, plan }).SingleOrDefaultAsync(cancel);
        return found is null
            ? (null, null, controller.NotFound())
            : (found.round, found.plan, await controller.RefuseAsync(doors, RoundAct.LookAfter, found.round));
    }
}

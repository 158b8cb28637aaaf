using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;

namespace PB.Web.Neighbourhoods;

[AllowAnonymous]
public sealed class NeighbourhoodController(PbContext db, TimeProvider clock) : Controller
{
    [HttpGet("neighbourhoods")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await NeighbourhoodList.ReadAsync(db, User, cancel));

    [HttpGet("neighbourhoods/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await db.Neighbourhoods.AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, cancel) is { } neighbourhood)
            return View(await NeighbourhoodPage.ReadAsync(db, neighbourhood, User, clock.GetUtcNow(), cancel));
        return await db.SlugOfTodayAsync(slug, cancel) is { } today
            ? RedirectPermanent(NeighbourhoodPaths.Of(today))
            : NotFound();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Neighbourhoods;
using PB.Web.Look;

namespace PB.Web.Neighbourhoods;

[AllowAnonymous]
public sealed class HomeController(PbContext db, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? postcode, CancellationToken cancel)
    {
        var page = await HomePage.ReadAsync(db, clock.GetUtcNow(), cancel);
        page.Postcode = postcode;
        if (postcode is null)
            return View(page);
        if (Postcode.TryParse(postcode, out var parsed))
            (page.Postcode, page.Found) = (parsed.Text, await HomePage.FindAsync(db, parsed, cancel));
        else
            ModelState.AddModelError(nameof(page.Postcode), words["This is not a whole postcode. Write it like this: MB1 4QT."]);
        if (page.Found is not { Count: > 0 })
            page.All = await NeighbourhoodList.ReadAsync(db, User, cancel);
        return View(page);
    }
}

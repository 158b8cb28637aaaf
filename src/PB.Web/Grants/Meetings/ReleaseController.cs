using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Meetings;
using PB.Web.Grants.Marking;
using PB.Web.Look;

namespace PB.Web.Grants.Meetings;

/// <summary>Tells everybody in the same minute.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/release")]
public sealed class ReleaseController(DecisionTools tools, Release release, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(CallAddress address, CancellationToken cancel)
    {
        var (page, refusal) = await tools.OpenAsync(this, address, cancel);
        if (refusal is not null) return refusal;
        if (!page!.MayRelease) return Forbid();
        if (await release.ReleaseAsync(page.Visit.Call.Id, page.Visit.PersonId, MarkingPaths.Call(page.Visit)[1..], cancel) is { } many)
            TempData["Notice"] = text["{0} decisions are out, and their letters are on their way.", many].Value;
        else
            TempData["Problem"] = text["Not all decisions are final. Wait, or let the chair and a youth worker both agree to go without one."].Value;
        return Redirect(page.Path);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Meetings;
using PB.Web.Look;

namespace PB.Web.Grants.Meetings;

/// <summary>The accountable officer signs a decision as it is.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/panel-decisions/{reference}/signature")]
public sealed class SignatureController(DecisionTools tools, ReferralDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(CallAddress address, string reference, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, p => p.MayRefer, cancel);
        if (refusal is not null) return refusal;
        if (line!.Decision is not { } decision) return NotFound();
        if (await desk.SignAsync(decision.Id, page!.Visit.PersonId, cancel) is { } why) TempData["Problem"] = text.Of(why);
        return Redirect(page.Path);
    }
}

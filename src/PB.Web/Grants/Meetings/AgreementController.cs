using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Meetings;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>The chair and a youth worker each agree to tell everybody without one decision that is not final.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/release/{reference}/agreement")]
public sealed class AgreementController(DecisionTools tools, Release release, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(CallAddress address, string reference, string? because, CancellationToken cancel)
    {
        var (page, line, refusal) = await tools.OpenAsync(this, address, reference, p => p.MayRelease || p.MayLead, cancel);
        if (refusal is not null) return refusal;
        var words = Typed.Lines(because);
        if (words.Length is 0 or > 500)
            return View("/Grants/Meetings/DecisionList/Index.cshtml", page! with { Problem = text["Say why, in 500 characters or fewer"], Going = (reference, words) });
        await release.AgreeAsync(line!, page!.Visit.PersonId, page.MayLead ? GrantRole.Chair : GrantRole.YouthWorker, words, cancel);
        return Redirect(page.Path);
    }
}

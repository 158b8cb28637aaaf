using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Screening;

[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/screening/publication")]
public sealed class DecisionPublicationController(PbContext db, ScreeningDoor door, DecisionPublication publication, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string slug, CancellationToken cancel)
    {
        var (round, plan, refusal) = await door.OpenAsync(this, slug, cancel);
        return refusal ?? View(await ProgressPage.ReadAsync(db, (round!, plan!), new ProgressQuery(null, null), door.Now, cancel));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, CancellationToken cancel)
    {
        var (round, _, refusal) = await door.OpenAsync(this, slug, cancel);
        if (refusal is not null) return refusal;
        TempData["Notice"] = await publication.PublishAsync(round!.Id, User.Id(), cancel) switch
        {
            0 => text["There was nothing to publish."].Value,
            1 => text["1 decision is published, and its letter is on its way."].Value,
            var many => text["{0} decisions are published, and their letters are on their way.", many].Value,
        };
        return Redirect(ScreeningPaths.Round(slug));
    }
}

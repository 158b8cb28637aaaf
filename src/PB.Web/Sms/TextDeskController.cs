using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Rounds;
using PB.Sms;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Sms;

/// <summary>What a person has to look at of a round's texts.</summary>
[Authorize(Staffed.Manager), Route("rounds/{slug}/texts/desk")]
public sealed class TextDeskController(PbContext db, IAuthorizationService doors, TextsToLookAt texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } refusal)
            return refusal;
        return View(new TextDeskPage(round, await texts.AlertsAsync(round.Id, cancel), await texts.UnclearAsync(round.Id, cancel)));
    }
}

public sealed record TextDeskPage(Round Round, IReadOnlyList<TextAlert> Alerts, IReadOnlyList<UnclearText> Unclear);

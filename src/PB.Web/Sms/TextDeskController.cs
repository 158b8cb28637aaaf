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

public sealed record TextDeskPage(Round Round, IReadOnlyList<TextAlert> Alerts, IReadOnlyList<UnclearText> Unclear)
{
    /// <summary>What somebody had typed into one of the small forms when it was not taken.</summary>
    public (string Field, string Text) Typed { get; init; }

    internal string TypedIn(string field) => Typed.Field == field ? Typed.Text : "";
}

static class TextDeskAgain
{
    /// <summary>The desk once more, with what is wrong in one of its small forms, and what was typed there.</summary>
    public static async Task<IActionResult> DeskAgainAsync(this Controller controller, TextsToLookAt texts, Round round, (string Field, string? Text, string Fault) typed, CancellationToken cancel)
    {
        controller.ModelState.AddModelError(typed.Field, typed.Fault);
        return controller.View("/Sms/TextDesk/Index.cshtml", new TextDeskPage(round, await texts.AlertsAsync(round.Id, cancel), await texts.UnclearAsync(round.Id, cancel)) { Typed = (typed.Field, typed.Text ?? "") });
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Rounds;
using PB.Sms;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Sms;

/// <summary>Opens one text for somebody who says why; that is in the journal before it is shown.</summary>
[Authorize(Staffed.Manager), Route("rounds/{slug}/texts/{id:guid}/readings")]
public sealed class TextReadingController(PbContext db, IAuthorizationService doors, TextsToLookAt texts, IStringLocalizer<Words> words) : Controller
{
    const int LongestReason = 500;

    [HttpPost]
    public async Task<IActionResult> Create(string slug, Guid id, string? reason, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } refusal)
            return refusal;
        var why = (reason ?? "").Trim();
        if (why.Length is 0 or > LongestReason)
            return await this.DeskAgainAsync(texts, round, ($"reason-{id}", reason, words["Write why you have to read it, in up to {0} characters.", LongestReason]), cancel);
        if (await texts.OpenAsync(round, id, (User.Id()!.Value, why), cancel) is not { } text)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        return View("Show", new TextReadingPage(round, text));
    }
}

public sealed record TextReadingPage(Round Round, OpenedText Text);

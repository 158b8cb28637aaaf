using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Rounds;
using PB.Sms;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Sms;

/// <summary>Takes an alert about texts off the list, with what was done.</summary>
[Authorize(Staffed.Manager), Route("rounds/{slug}/texts/alerts/{id:guid}")]
public sealed class TextAlertController(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    const int LongestNote = 500;

    [HttpPost]
    public async Task<IActionResult> Update(string slug, Guid id, string? note, [FromServices] TextsToLookAt texts, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } refusal)
            return refusal;
        if (await db.Set<TextAlert>().SingleOrDefaultAsync(alert => alert.Id == id && (alert.RoundId == round.Id || alert.RoundId == null), cancel) is not { } alert)
            return NotFound();
        var done = (note ?? "").Trim();
        if (done.Length is 0 or > LongestNote)
            return await this.DeskAgainAsync(texts, round, ($"note-{id}", note, words["Write what you did, in up to {0} characters. The alert is still on the list.", LongestNote]), cancel);
        if (alert.HandledAt is null)
            await HandleAsync(round, alert, done, cancel);
        return Redirect($"/rounds/{slug}/texts/desk");
    }

    async Task HandleAsync(Round round, TextAlert alert, string done, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        alert.Handle(done, User.Id()!.Value, now);
        db.Journal.Add(new JournalEntry(User.Id(), $"Dealt with an alert about texts: {alert.Kind}", $"rounds/{round.Slug}", done, now));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = words["The alert is dealt with. What you wrote is in the journal."].Value;
    }
}

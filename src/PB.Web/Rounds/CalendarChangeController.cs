using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Rounds;

[Authorize(Staffed.Manager)]
public sealed class CalendarChangeController(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    [HttpGet("rounds/{slug}/calendar-change")]
    public async Task<IActionResult> New(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        return await this.RefuseAsync(doors, RoundAct.ChangeCalendar, round) ?? Show(CalendarChangeForm.Of(round), round);
    }

    [HttpPost("rounds/{slug}/calendar-change")]
    public async Task<IActionResult> Create(string slug, CalendarChangeForm form, CancellationToken cancel)
    {
        await using var held = await db.HoldRoundAsync(slug, cancel);
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.ChangeCalendar, round) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        if (form.Dates.Read(round.TimeZone, ModelState, words, "Dates.") is not { } calendar)
            return Show(form, round);
        if (round.WhyNotMoveTo(calendar, now) is { } why)
        {
            ModelState.AddModelError("Dates.IdeasFrom.Day", words[SentenceOf(why)]);
            return Show(form, round);
        }

        round.ChangeCalendar(calendar, form.Reason!.Trim(), now);
        db.Journal.Add(new JournalEntry(User.Id(), "Changed the calendar of the round", $"rounds/{slug}", form.Reason.Trim(), now));
        await db.SaveChangesAsync(cancel);
        await held.CommitAsync(cancel);
        TempData["Notice"] = words["The dates are changed. Your reason stands beside them on this page."].Value;
        return Redirect(RoundPaths.Of(slug));
    }

    ViewResult Show(CalendarChangeForm form, Round round)
    {
        ViewData["Round"] = round.Title;
        return View("New", form);
    }

    static string SentenceOf(CalendarRefusal refusal) => refusal switch
    {
        CalendarRefusal.NothingChanged => "These are the dates that the round has already. Change a date, or go back.",
        CalendarRefusal.OtherPhases => "People were told which parts take place. You can move dates, but not add a part or leave one out.",
        CalendarRefusal.OutOfOrder => "Put the dates in order: each part must begin after the one before it.",
        CalendarRefusal.InThePast => "What has begun already stays as it is, and a new date must be in the future.",
        CalendarRefusal.TooShort => "Give people enough time: at least 7 days for ideas, and at least 3 days for voting.",
    };
}

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

/// <summary>How a round is voted on by text, and how that goes. Once voting has opened, only looked at.</summary>
[Authorize(Staffed.Manager), Route("rounds/{slug}/texts")]
public sealed class TextSetUpController(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } refusal)
            return refusal;
        var setUp = await FindAsync(round.Id, cancel);
        var number = setUp is null ? "" : await db.Set<TextNumber>().Where(n => db.Set<TextSetUpNumber>().Any(s => s.RoundId == round.Id && s.NumberId == n.Id)).Select(n => n.Number).FirstOrDefaultAsync(cancel) ?? "";
        return await ShowAsync(round, setUp is null ? new TextSetUpForm { Number = number } : TextSetUpForm.Of(setUp, number), cancel);
    }

    [HttpPost]
    public async Task<IActionResult> Update(string slug, TextSetUpForm form, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } refusal)
            return refusal;
        if (IsFixed(round))
            return Conflict();
        if (!ModelState.IsValid || !await SaveAsync(round, form, cancel))
            return await ShowAsync(round, form, cancel);
        TempData["Notice"] = words["Voting by text is set up."].Value;
        return Redirect($"/rounds/{slug}/texts");
    }

    async Task<bool> SaveAsync(Round round, TextSetUpForm form, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var number = await db.Set<TextNumber>().SingleOrDefaultAsync(n => n.Number == form.Number, cancel);
        if (number is null)
            db.Add(number = new TextNumber(form.Number!, OptOutMode.ProviderDefault, now));
        var setUp = await FindAsync(round.Id, cancel);
        if (setUp is null)
            db.Add(setUp = new TextSetUp(round.Id, "", ""));
        form.WriteTo(setUp, number.Id);
        foreach (var fault in await db.FaultsAsync(setUp, now, cancel))
            ModelState.AddModelError(FieldOf(fault), words[SentenceOf(fault)]);
        if (!ModelState.IsValid)
            return false;
        db.Journal.Add(new JournalEntry(User.Id(), "Set up voting by text", $"rounds/{round.Slug}", $"{setUp.Keyword} on {number.Number}", now));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    bool IsFixed(Round round) => round.Calendar.VotingFrom <= clock.GetUtcNow() && round.AnnouncedAt is not null;

    async Task<IActionResult> ShowAsync(Round round, TextSetUpForm form, CancellationToken cancel) => View("Edit", new TextSetUpPage(round, form, IsFixed(round))
    {
        Figures = await TextFigures.OfAsync(db, round.Id, cancel),
        Cost = await HttpContext.RequestServices.GetRequiredService<SpendingLimits>().SpentAsync(round.Id, cancel),
        Alerts = await db.Set<TextAlert>().CountAsync(alert => alert.HandledAt == null && (alert.RoundId == round.Id || alert.RoundId == null), cancel),
    });

    Task<TextSetUp?> FindAsync(Guid round, CancellationToken cancel) =>
        db.Set<TextSetUp>().Include(s => s.Numbers).Include(s => s.Titles).SingleOrDefaultAsync(s => s.RoundId == round, cancel);

    static string FieldOf(TextSetUpFault fault) => "Form." + fault switch
    {
        TextSetUpFault.Name => nameof(TextSetUpForm.Name),
        TextSetUpFault.HelpPhone => nameof(TextSetUpForm.HelpPhone),
        TextSetUpFault.ShortAddress => nameof(TextSetUpForm.ShortAddress),
        _ => nameof(TextSetUpForm.Keyword),
    };

    static string SentenceOf(TextSetUpFault fault) => fault switch
    {
        TextSetUpFault.KeywordForm => "The word has 3 to 10 letters, without accents, spaces and digits",
        TextSetUpFault.KeywordMeansSomething => "This word means something in a text already. Choose another one",
        TextSetUpFault.KeywordUsed => "Another round on this number begins with this word. Choose another one",
        TextSetUpFault.Name => "The name has up to 12 letters that every phone can show",
        TextSetUpFault.HelpPhone => "The telephone number has up to 13 digits and spaces",
        TextSetUpFault.ShortAddress => "The address has up to 16 letters that every phone can show",
    };
}

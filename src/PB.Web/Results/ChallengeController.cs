using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Results;
using PB.Web.Ballots;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Results;

/// <summary>Doubting a provisional result in public.</summary>
[Authorize]
[Route("/rounds/{slug}/result/challenges/new")]
public sealed class ChallengeController(PbContext db, PollingStation station, ResultReading reading, ChallengeTools tools) : Controller
{
    const string TooLate = "PB008";

    [HttpGet]
    public async Task<IActionResult> New(string slug, CancellationToken cancel) =>
        await PageAsync(slug, cancel) is { } page ? Show(page, new ChallengeForm()) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(string slug, ChallengeForm form, CancellationToken cancel)
    {
        if (await PageAsync(slug, cancel) is not { } page)
            return NotFound();
        if (!ModelState.IsValid || !await SaveAsync(page, form, cancel))
            return Show(page, form);
        TempData["Notice"] = tools.Words["Your challenge is in. The council has to answer it before the result can be certified."].Value;
        return Redirect(BallotPaths.Result(slug));
    }

    async Task<ResultPage?> PageAsync(string slug, CancellationToken cancel) =>
        await station.RoundAsync(slug, cancel) is { } round ? await reading.ReadAsync(round, null, User, cancel) : null;

    async Task<bool> SaveAsync(ResultPage page, ChallengeForm form, CancellationToken cancel)
    {
        try
        {
            db.Challenges.Add(new Challenge(page.Round.Id, page.Result.Version, User.Id()!.Value, form.Words!.Trim(), tools.Clock.GetUtcNow()));
            db.Journal.Add(new PB.Journal.JournalEntry(User.Id(), "Challenged the result", $"rounds/{page.Round.Slug}", form.Words.Trim(), tools.Clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: TooLate })
        {
            ModelState.AddModelError("", tools.Words["The time for challenges is over."]);
            return false;
        }
    }

    ViewResult Show(ResultPage page, ChallengeForm form)
    {
        ViewData["Page"] = page;
        return View("New", form);
    }
}

/// <summary>What challenging works with.</summary>
public sealed class ChallengeTools(IStringLocalizer<Words> words, TimeProvider clock)
{
    internal IStringLocalizer<Words> Words => words;
    internal TimeProvider Clock => clock;
}

public sealed class ChallengeForm
{
    [Required(ErrorMessage = "Write what you think is wrong")]
    [StringLength(2000, ErrorMessage = "You can write up to 2,000 characters")]
    public string? Words { get; set; }
}

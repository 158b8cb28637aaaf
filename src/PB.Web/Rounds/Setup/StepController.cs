using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Rounds.Setup;

/// <summary>What the pages of a set-up work with.</summary>
public sealed class StepTools(PbContext db, IAuthorizationService doors, IStringLocalizer<Words> words, TimeProvider clock)
{
    internal PbContext Db => db;
    internal IAuthorizationService Doors => doors;
    internal IStringLocalizer<Words> Words => words;
    internal TimeProvider Clock => clock;
}

/// <summary>A page of a set-up: it can be left half done and taken up again, as long as what it says could be true.</summary>
[Authorize(Staffed.Manager)]
public abstract class StepController<TForm>(StepTools tools) : Controller
    where TForm : class
{
    private protected PbContext Db => tools.Db;

    private protected IStringLocalizer<Words> Words => tools.Words;

    [HttpGet]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancel)
    {
        if (await Db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        return await this.RefuseAsync(tools.Doors, RoundAct.SetUp, round) ?? await ShowAsync(Read(round), round, cancel);
    }

    [HttpPost]
    public async Task<IActionResult> Update(string slug, TForm form, CancellationToken cancel)
    {
        await using var held = await Db.HoldRoundAsync(slug, cancel);
        if (await Db.FindRoundAsync(slug, cancel) is not { } round)
            return NotFound();
        if (await this.RefuseAsync(tools.Doors, RoundAct.SetUp, round) is { } refusal)
            return refusal;
        var now = tools.Clock.GetUtcNow();
        if (!ModelState.IsValid || !await WriteAsync(form, round, now, cancel))
            return await ShowAsync(form, round, cancel);

        Db.Journal.Add(new JournalEntry(User.Id(), "Set up the round", $"rounds/{round.Slug}", GetType().Name[..^"Controller".Length], now));
        if (!await SaveAsync(cancel))
            return await ShowAsync(form, round, cancel);
        await held.CommitAsync(cancel);
        TempData["Notice"] = Words["Saved. You can leave now and go on later."].Value;
        return Redirect(RoundPaths.Setup(round.Slug));
    }

    /// <summary>What the draft says now.</summary>
    protected abstract TForm Read(Round round);

    /// <summary>Takes over what was written; false, with the reasons beside the fields, when it could not be true.</summary>
    protected abstract Task<bool> WriteAsync(TForm form, Round round, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Finds what there is to choose from.</summary>
    protected virtual Task PrepareAsync(TForm form, Round round, CancellationToken cancel) => Task.CompletedTask;

    protected void Complain(string field, string sentence, params object[] values) =>
        ModelState.AddModelError(field, Words[sentence, values]);

    async Task<bool> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await Db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.Violates(RoundSearch.OneSlugEach))
        {
            Complain("Title", "Somebody gave another round this title just now. Save again, or choose another title.");
            return false;
        }
    }

    async Task<IActionResult> ShowAsync(TForm form, Round round, CancellationToken cancel)
    {
        await PrepareAsync(form, round, cancel);
        ViewData["Round"] = round.Title;
        return View("Edit", form);
    }
}

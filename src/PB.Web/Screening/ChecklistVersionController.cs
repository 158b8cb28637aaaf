using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Screening;

/// <summary>Checklists: nobody changes a version, whoever wants other questions makes the next one.</summary>
[Authorize(Staffed.Manager)]
[Route("desk/checklists")]
public sealed class ChecklistVersionController(PbContext db, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await db.Checklists.AsNoTracking()
        .OrderBy(list => list.Name).ThenByDescending(list => list.Version)
        .Select(list => new ChecklistLine(list.Id, list.Name, list.Version, list.Questions.Count, list.CreatedAt)).ToListAsync(cancel));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) is { } list ? View(list) : NotFound();

    /// <param name="from">A version to begin with.</param>
    /// <param name="cancel">Ends the work when the reader goes away.</param>
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid? from, CancellationToken cancel) =>
        View(from is { } id && await FindAsync(id, cancel) is { } list ? ChecklistForm.Of(list) : ChecklistForm.Of(null));

    [HttpPost("new")]
    public async Task<IActionResult> Create(ChecklistForm form, CancellationToken cancel)
    {
        var questions = form.Read(ModelState, text);
        if (!ModelState.IsValid) return View("New", form.WithRoom());
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('pb checklist versions', 0))", cancel);
        var last = await db.Checklists.Where(list => list.Name == form.Name).MaxAsync(list => (int?)list.Version, cancel);
        var made = new Checklist(form.Name!, (last ?? 0) + 1, questions, now);
        db.Checklists.Add(made);
        db.Journal.Add(new JournalEntry(User.Id(), "Made a version of a checklist", ScreeningPaths.Checklist(made.Id)[1..], $"{made.Name}, version {made.Version}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        TempData["Notice"] = text["Version {0} of “{1}” is made.", made.Version, made.Name].Value;
        return Redirect(ScreeningPaths.Checklist(made.Id));
    }

    Task<Checklist?> FindAsync(Guid id, CancellationToken cancel) =>
        db.Checklists.AsNoTracking().Include(list => list.Questions.OrderBy(question => question.Position)).SingleOrDefaultAsync(list => list.Id == id, cancel);
}

public sealed record ChecklistLine(Guid Id, string Name, int Version, int Questions, DateTimeOffset At);

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Roll;
using PB.Web.Journal;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>The queue of what looks odd. A decision here changes no vote.</summary>
[Authorize(Staffed.TwoPeople)]
[Route("desk/anomalies")]
public sealed class AnomalyController(PbContext db, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    const int Shown = 200;

    [HttpGet, ReadsPersonalData("Looked at what is odd about votes")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        View(await (from anomaly in db.Anomalies
                    join round in db.Rounds on anomaly.RoundId equals round.Id into rounds
                    from round in rounds.DefaultIfEmpty()
                    orderby anomaly.DecidedAt != null, anomaly.NoticedAt descending
                    select new AnomalyLine(anomaly, round.Title, round.Slug)).Take(Shown).ToListAsync(cancel));

    [HttpGet("{id:guid}"), ReadsPersonalData("Looked at something odd about votes")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } line ? Show(line, new AnomalyForm()) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, AnomalyForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } line)
            return NotFound();
        if (!ModelState.IsValid)
            return Show(line, form);

        var now = clock.GetUtcNow();
        line.Anomaly.Decide(form.Decision!.Value, form.Reason!.Trim(), User.Id()!.Value, now);
        db.Journal.Add(new JournalEntry(User.Id(), $"Decided on something odd: {form.Decision}", $"desk/anomalies/{id}", form.Reason.Trim(), now));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = words["Your decision is kept. No vote was changed by it."].Value;
        return Redirect("/desk/anomalies");
    }

    async Task<AnomalyLine?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Anomalies.SingleOrDefaultAsync(a => a.Id == id && a.DecidedAt == null, cancel) is not { } anomaly)
            return null;
        var round = await db.Rounds.Where(r => r.Id == anomaly.RoundId).Select(r => new { r.Title, r.Slug }).SingleOrDefaultAsync(cancel);
        return new AnomalyLine(anomaly, round?.Title, round?.Slug);
    }

    ViewResult Show(AnomalyLine line, AnomalyForm form)
    {
        ViewData["Line"] = line;
        return View("Edit", form);
    }
}

public sealed record AnomalyLine(Anomaly Anomaly, string? Round, string? Slug);

public sealed class AnomalyForm
{
    [Required(ErrorMessage = "Choose what you make of it")]
    public AnomalyDecision? Decision { get; set; }

    [Required(ErrorMessage = "Write why")]
    [StringLength(1000, ErrorMessage = "The reason can have up to 1,000 characters")]
    public string? Reason { get; set; }
}

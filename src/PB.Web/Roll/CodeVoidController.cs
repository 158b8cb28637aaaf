using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Journal;
using PB.Roll;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>Makes codes void: all of a batch, or those whose letters were lost. A ballot that was cast with one stays in.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/voters/codes/{id:guid}/void")]
public sealed class CodeVoidController(RollDeskTools tools) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string slug, Guid id, CancellationToken cancel)
    {
        var (round, batch, refusal) = await FindAsync(slug, id, cancel);
        return refusal ?? Show(round!, batch!, new CodeVoidForm());
    }

    [HttpPost]
    public async Task<IActionResult> Create(string slug, Guid id, CodeVoidForm form, CancellationToken cancel)
    {
        var (round, batch, refusal) = await FindAsync(slug, id, cancel);
        if (refusal is not null)
            return refusal;
        var serials = form.Serials(batch!.Size);
        if (serials is null)
            ModelState.AddModelError(nameof(form.Numbers), tools.Words["Write numbers from 1 to {0}, like 12, 14-20", batch.Size]);
        if (!ModelState.IsValid)
            return Show(round!, batch, form);

        var reason = form.Reason!.Trim();
        var codes = await tools.Db.LetterCodes.Where(code => code.BatchId == id && (serials!.Count == 0 || serials.Contains(code.Serial))).ToListAsync(cancel);
        codes.ForEach(code => code.Void(reason, tools.Now));
        if (serials!.Count == 0)
            batch.Void(reason, tools.Now);
        tools.Db.Journal.Add(new JournalEntry(User.Id(), "Made codes void", $"rounds/{slug}", reason, tools.Now).About($"{batch.Name}: {codes.Count} codes"));
        await tools.Db.SaveChangesAsync(cancel);
        var used = codes.Count(code => code.VoterId is not null);
        TempData["Notice"] = (used == 0 ? tools.Words["The codes are void."]
            : tools.Words["The codes are void. Some were used before: their ballots stay in. To leave one out needs two people."]).Value;
        return Redirect(RollPaths.Batches(slug));
    }

    async Task<(Round?, CodeBatch?, IActionResult?)> FindAsync(string slug, Guid id, CancellationToken cancel)
    {
        var (round, refusal) = await tools.FindAsync(this, slug, cancel);
        if (refusal is not null)
            return (null, null, refusal);
        var batch = await tools.Db.CodeBatches.SingleOrDefaultAsync(b => b.Id == id && b.RoundId == round!.Id && b.VoidedAt == null, cancel);
        return (round, batch, batch is null ? NotFound() : null);
    }

    ViewResult Show(Round round, CodeBatch batch, CodeVoidForm form)
    {
        (form.Round, form.Batch) = (round, batch);
        return View("New", form);
    }
}

public sealed class CodeVoidForm
{
    [StringLength(500, ErrorMessage = "The numbers can have up to 500 characters")]
    public string? Numbers { get; set; }

    [Required(ErrorMessage = "Write why")]
    [StringLength(500, ErrorMessage = "The reason can have up to 500 characters")]
    public string? Reason { get; set; }

    internal Round Round { get; set; } = null!;
    internal CodeBatch Batch { get; set; } = null!;

    /// <returns>None for all of them; null for what are no numbers of this batch.</returns>
    internal IReadOnlySet<int>? Serials(int size)
    {
        var serials = new HashSet<int>();
        foreach (var part in (Numbers ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !int.TryParse(ends[0], out var from) || !int.TryParse(ends[^1], out var to) || from < 1 || to > size || from > to)
                return null;
            serials.UnionWith(Enumerable.Range(from, to - from + 1));
        }

        return serials;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Journal;
using PB.Roll;
using PB.Rounds;
using PB.Sms;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>Batches of codes. The codes are in the letters that making a batch gives out, once, and nowhere else.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/voters/codes")]
public sealed class CodeBatchController(RollDeskTools tools, LetterCodes codes, LetterPress letterPress, ClassPress classPress) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        return refusal ?? View(new CodeBatchesPage(round!, await BatchLine.ReadAsync(tools.Db, round!.Id, cancel)));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        return refusal ?? await ShowAsync(round!, new CodeBatchForm { Kind = KindsOf(round!)[0] }, cancel);
    }

    [HttpPost]
    public async Task<IActionResult> Create(string slug, CodeBatchForm form, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        if (refusal is not null)
            return refusal;
        var size = SizeOf(form);
        var made = await tools.Db.LetterCodes.CountAsync(code => code.RoundId == round!.Id, cancel);
        if (made + size > LetterCodes.MostInARound)
            ModelState.AddModelError(nameof(form.Size), tools.Words["A round can have up to {0} codes", LetterCodes.MostInARound]);
        if (!KindsOf(round!).Contains(form.Kind) || !ModelState.IsValid)
            return await ShowAsync(round!, form, cancel);

        var batch = new CodeBatch(round!.Id, form.Kind, form.Name!.Trim(), size, tools.Now).MadeFor(form.Area ?? OnlyArea(round), User.Id()!.Value);
        var texts = codes.Make(batch);
        tools.Db.Journal.Add(new JournalEntry(User.Id(), "Made codes", $"rounds/{slug}", $"{size} codes", tools.Now).About(batch.Name));
        var number = await tools.Db.NumberForCodesAsync(round.Id, cancel);
        var sheets = batch.Kind is CodeKind.School ? classPress.Print(round, batch, texts, number) : letterPress.Print(round, batch, texts, number);
        await tools.Db.SaveChangesAsync(cancel);
        Response.Headers.CacheControl = "no-store";
        return File(sheets, "application/pdf", $"{(batch.Kind is CodeKind.School ? "class" : "letters")}-{slug}-{batch.MadeAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.pdf");
    }

    int SizeOf(CodeBatchForm form)
    {
        if (int.TryParse(form.Size, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LetterCodes.MostInABatch)
            return size;
        ModelState.AddModelError(nameof(form.Size), tools.Words["Write a number from 1 to {0}", LetterCodes.MostInABatch]);
        return 0;
    }

    async Task<(Round? Round, IActionResult? Refusal)> FindAsync(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await tools.FindAsync(this, slug, cancel);
        return refusal is null && (round!.AnnouncedAt is null || KindsOf(round).Length == 0) ? (null, NotFound()) : (round, refusal);
    }

    async Task<IActionResult> ShowAsync(Round round, CodeBatchForm form, CancellationToken cancel)
    {
        form.Round = round;
        var areas = round.Neighbourhoods.Select(part => part.NeighbourhoodId).ToList();
        form.Areas = await tools.Db.Neighbourhoods.Where(n => areas.Contains(n.Id)).OrderBy(n => n.Name).ToDictionaryAsync(n => n.Id, n => n.Name, cancel);
        return View("New", form);
    }

    static Guid? OnlyArea(Round round) => round.Neighbourhoods is [var only] ? only.NeighbourhoodId : null;

    static CodeKind[] KindsOf(Round round) => [.. new[] { (Proofs.Letter, CodeKind.Letter), (Proofs.School, CodeKind.School) }
        .Where(kind => round.Eligibility.Proofs.HasFlag(kind.Item1)).Select(kind => kind.Item2)];
}

public sealed class CodeBatchForm
{
    public CodeKind Kind { get; set; }

    [Required(ErrorMessage = "Write for whom they are")]
    [StringLength(100, ErrorMessage = "The name can have up to 100 characters")]
    public string? Name { get; set; }

    public string? Size { get; set; }

    public Guid? Area { get; set; }

    internal Round Round { get; set; } = null!;
    internal IReadOnlyDictionary<Guid, string> Areas { get; set; } = new Dictionary<Guid, string>();
}

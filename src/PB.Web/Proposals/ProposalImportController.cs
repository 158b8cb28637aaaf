using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds;

namespace PB.Web.Proposals;

/// <summary>A manager takes many ideas in from a table.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/proposals/import")]
public sealed class ProposalImportController(PbContext db, IAuthorizationService doors, ProposalImport import, IStringLocalizer<Words> text) : Controller
{
    const int MostBytes = 8 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> New(string slug, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round) return NotFound();
        return await this.RefuseAsync(doors, RoundAct.LookAfter, round) ?? View(new ProposalImportForm { Round = round });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, ProposalImportForm form, bool keep, CancellationToken cancel)
    {
        if (await db.FindRoundAsync(slug, cancel) is not { } round) return NotFound();
        if (await this.RefuseAsync(doors, RoundAct.LookAfter, round) is { } closed) return closed;
        form.Round = round;
        if (form.File is { Length: > MostBytes }) ModelState.AddModelError(nameof(form.File), text["The file is larger than 8 MB. Cut it into smaller files."]);
        if (!ModelState.IsValid) return View("New", form);
        using var file = new StreamReader(form.File!.OpenReadStream(), Encoding.UTF8);
        var (report, refusal) = await import.RunAsync(round, file, User.Id(), tryOnly: !keep, cancel);
        if (refusal is { } why) ModelState.AddModelError("", text.Of(why, round));
        return ModelState.IsValid ? View("Show", new ProposalImportPage(round, report!)) : View("New", form);
    }
}

public sealed class ProposalImportForm
{
    [Display(Name = "File")]
    [Required(ErrorMessage = "Choose a CSV file with an idea a line")]
    public IFormFile? File { get; set; }

    internal Round Round { get; set; } = null!;
}

public sealed record ProposalImportPage(Round Round, ImportReport Report)
{
    /// <summary>How many bad lines the page shows.</summary>
    public const int Shown = 500;
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>Photos of the papers that a call wants for what a group does: how they keep everybody safe. The panel does not see them.</summary>
[Route("applications/{id:guid}/papers")]
public sealed class PaperController(GrantTools tools, PaperDesk desk) : OwnApplicationController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        return refusal ?? (page!.IsOfTeam ? View(await PageAsync(page, cancel)) : Forbid());
    }

    [HttpGet("{category}")]
    public async Task<IActionResult> Show(Guid id, BudgetCategory category, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Application, GrantVerb.Read, cancel);
        if (refusal is not null) return refusal;
        if (!page!.IsOfTeam && page.Application.AdultId != Me && !await MayAsync(page.Application, GrantThing.Eligibility, GrantVerb.Write)) return NotFound();
        return await Db.Set<ApplicationPaper>().Where(paper => paper.ApplicationId == id && paper.Category == category).Select(paper => paper.Jpeg).SingleOrDefaultAsync(cancel) is { Length: > 0 } jpeg
            ? File(jpeg, "image/jpeg") : NotFound();
    }

    [HttpPost("{category}")]
    public async Task<IActionResult> Update(Guid id, BudgetCategory category, IFormFile? photo, [FromServices] Darkroom darkroom, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (!page!.IsOfTeam) return Forbid();
        var shown = await PageAsync(page, cancel);
        if (!shown.Needed.Contains(category)) return NotFound();
        await using var stream = photo?.OpenReadStream() ?? Stream.Null;
        var (jpeg, fault) = await darkroom.DevelopAsync(stream, photo?.Length ?? 0, cancel);
        if (fault is not null)
            ModelState.AddModelError($"photo-{category}", photo is null ? Text["Choose a photo"] : Text["This file cannot be read as a photo. Choose a JPEG, PNG or WebP file of up to 8 MB."]);
        else if (await desk.KeepAsync(id, category, jpeg!, cancel) is { } why)
            ModelState.AddModelError("", Text.Of(why));
        return ModelState.IsValid ? Done($"{GrantPaths.Application(id)}/papers", Text["Your photo is kept."]) : View("Index", shown);
    }

    async Task<PapersPage> PageAsync(ApplicationPage page, CancellationToken cancel) =>
        new(page, PaperDesk.NeededFor(page.Application, page.Call), await desk.AddedAsync(page.Application.Id, cancel));
}

/// <param name="Needed">For which lines of the budget the call wants one.</param>
/// <param name="Added">For which there is one.</param>
public sealed record PapersPage(ApplicationPage Page, IReadOnlyList<BudgetCategory> Needed, IReadOnlyList<BudgetCategory> Added);

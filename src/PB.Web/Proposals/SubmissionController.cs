using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

[AllowAnonymous]
[PrivatePage]
[Route("proposals/drafts/{key}/check")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/check")]
public sealed class SubmissionController(DraftDoor door, DraftBook drafts, PbContext db, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(DraftAddress at, CancellationToken cancel) =>
        await door.OpenAsync(at, User, cancel) is { } idea ? await ShowAsync(idea, cancel) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(DraftAddress at, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        if (await drafts.SendAsync(idea.Proposal.Id, cancel) is not { } refusal) return Redirect(idea.Path);
        if (refusal is ProposalRefusal.NotComplete)
            foreach (var part in idea.Proposal.Missing())
                ModelState.AddModelError(ProposalWords.FieldOf(part), text.Of(part));
        return await ShowAsync(idea, cancel);
    }

    async Task<IActionResult> ShowAsync(OwnIdea idea, CancellationToken cancel)
    {
        if (!idea.IsOpen) return Redirect(idea.Path);
        var photos = await db.ProposalPhotos.Where(photo => photo.ProposalId == idea.Proposal.Id)
            .OrderBy(photo => photo.Id).Select(photo => new KeptPhoto(photo.Id, photo.AltText)).ToListAsync(cancel);
        return View("New", new CheckPage(idea, photos));
    }
}

/// <summary>A whole draft, to be read once more before it is sent.</summary>
sealed record CheckPage(OwnIdea Idea, IReadOnlyList<KeptPhoto> Photos);

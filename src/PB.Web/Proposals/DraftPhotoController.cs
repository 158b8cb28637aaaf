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
[Route("proposals/drafts/{key}/photos")]
[Route("rounds/{slug}/proposals/drafts/{id:guid}/photos")]
public sealed class DraftPhotoController(DraftDoor door, PbContext db, IStringLocalizer<Words> text) : Controller
{
    /// <summary>More than a photo may be, so that one that is too large gets a sentence and not a closed door.</summary>
    const int MostBytesRead = 40 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> New(DraftAddress at, CancellationToken cancel) =>
        await door.OpenAsync(at, User, cancel) is { } idea ? await AskAsync(new PhotoForm(), idea, cancel) : NotFound();

    [HttpPost("")]
    [RequestSizeLimit(MostBytesRead)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytesRead)]
    public async Task<IActionResult> Create(
        DraftAddress at, PhotoForm form, [FromServices] Darkroom darkroom, [FromServices] DraftBook drafts, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        if (!idea.IsOpen) return Redirect(idea.Path);
        var altText = Typed.Line(form.AltText);
        if (altText.Length == 0) ModelState.AddModelError(nameof(form.AltText), text["Say in a few words what the photo shows, for people who cannot see it"]);
        if (form.File is null) ModelState.AddModelError(nameof(form.File), text["Choose a photo"]);
        if (!ModelState.IsValid) return await AskAsync(form, idea, cancel);

        await using var upload = form.File!.OpenReadStream();
        var (jpeg, fault) = await darkroom.DevelopAsync(upload, form.File.Length, cancel);
        if (fault is not null)
            ModelState.AddModelError(nameof(form.File), text.Of(fault.Value));
        else if (await drafts.AttachAsync(idea.Proposal.Id, jpeg!, altText, cancel) is { } refusal)
            ModelState.AddModelError(nameof(form.File), text.Of(refusal, idea.Round));
        if (!ModelState.IsValid) return await AskAsync(form, idea, cancel);
        TempData["Notice"] = text["The photo is added."].Value;
        return Redirect($"{idea.Path}/photos");
    }

    [HttpGet("{photo:guid}")]
    public async Task<IActionResult> Show(DraftAddress at, Guid photo, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        var jpeg = await db.ProposalPhotos.Where(p => p.Id == photo && p.ProposalId == idea.Proposal.Id).Select(p => p.Jpeg).SingleOrDefaultAsync(cancel);
        return jpeg is null ? NotFound() : File(jpeg, "image/jpeg");
    }

    [HttpPost("{photo:guid}/removal")]
    public async Task<IActionResult> Destroy(DraftAddress at, Guid photo, [FromServices] DraftBook drafts, CancellationToken cancel)
    {
        if (await door.OpenAsync(at, User, cancel) is not { } idea) return NotFound();
        if (await drafts.DetachAsync(idea.Proposal.Id, photo, cancel) is null)
            TempData["Notice"] = text["The photo is taken out."].Value;
        return Redirect($"{idea.Path}/photos");
    }

    async Task<IActionResult> AskAsync(PhotoForm form, OwnIdea idea, CancellationToken cancel)
    {
        if (!idea.IsOpen) return Redirect(idea.Path);
        (form.Idea, form.Kept) = (idea, await db.ProposalPhotos.Where(photo => photo.ProposalId == idea.Proposal.Id)
            .OrderBy(photo => photo.Id).Select(photo => new KeptPhoto(photo.Id, photo.AltText)).ToListAsync(cancel));
        return View("New", form);
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Care;
using PB.Proposals;
using PB.Web.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Care;

/// <summary>Photos of what a group did. Everybody sees one only while all who are on it say yes.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/photos")]
public sealed class GroupPhotoController(PbContext db, AwardFinder finder, PhotoDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, GrantVerb.Read), cancel);
        if (refusal is not null || !page!.IsInside) return refusal ?? NotFound();
        return View(await PageAsync(page, new GroupPhotoForm(), cancel));
    }

    [HttpGet("{id:guid}"), AllowAnonymous]
    public async Task<IActionResult> Show(string fund, string reference, Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, GrantVerb.Read), cancel);
        if (page is null || refusal is NotFoundResult) return NotFound();
        var photo = await db.GroupPhotos.AsNoTracking().Include(p => p.Consents).SingleOrDefaultAsync(p => p.Id == id && p.AwardId == page.Award.Id, cancel);
        return photo is { Jpeg.Length: > 0 } && (photo.IsShown || page.IsInside) ? File(photo.Jpeg, "image/jpeg") : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, GroupPhotoForm form, [FromServices] Darkroom darkroom, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, GrantVerb.Write), cancel);
        if (refusal is not null) return refusal;
        var alt = Typed.Line(form.AltText);
        if (alt.Length == 0)
            ModelState.AddModelError(nameof(form.AltText), text["Say what the photo shows, for people who cannot see it"]);
        if (!int.TryParse(form.Faces, CultureInfo.InvariantCulture, out var faces) || faces is < 0 or > 200)
            ModelState.AddModelError(nameof(form.Faces), text["Count the faces, and write the number: 0 if there are none"]);
        var jpeg = ModelState.IsValid ? await DevelopAsync(form.Photo, darkroom, cancel) : null;
        if (!ModelState.IsValid) return View("Index", await PageAsync(page!, form, cancel));
        await desk.AddAsync(page!.Award, jpeg!, alt, faces, cancel);
        return Redirect(CarePaths.Photos(fund, reference));
    }

    /// <summary>A coordinator has looked at a photo, writes down who said yes, or that somebody took it back.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string reference, Guid id, PhotoStep step, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, GrantVerb.Approve), cancel);
        if (refusal is not null) return refusal;
        if (!await db.GroupPhotos.AnyAsync(p => p.Id == id && p.AwardId == page!.Award.Id, cancel)) return NotFound();
        if (step.Withdrawn is null && !step.LetOut && (Typed.Line(step.Who).Length == 0 || Typed.Line(step.Evidence).Length == 0))
            ModelState.AddModelError("", text["Write who said yes, and on which paper"]);
        if (!ModelState.IsValid) return View("Index", await PageAsync(page!, new GroupPhotoForm(), cancel));
        await desk.StepAsync(id, step with { Who = Typed.Line(step.Who), Evidence = Typed.Line(step.Evidence) }, User.Id()!.Value, cancel);
        return Redirect(CarePaths.Photos(fund, reference));
    }

    async Task<byte[]?> DevelopAsync(IFormFile? photo, Darkroom darkroom, CancellationToken cancel)
    {
        await using var stream = photo?.OpenReadStream() ?? Stream.Null;
        var (jpeg, why) = await darkroom.DevelopAsync(stream, photo?.Length ?? 0, cancel);
        if (why is not null)
            ModelState.AddModelError(nameof(GroupPhotoForm.Photo), photo is null ? text["Choose a photo"] : text["This file cannot be read as a photo. Choose a JPEG, PNG or WebP file of up to 8 MB."]);
        return jpeg;
    }

    async Task<GroupPhotosPage> PageAsync(AwardPage page, GroupPhotoForm form, CancellationToken cancel) =>
        new(page, form, await db.GroupPhotos.AsNoTracking().Include(p => p.Consents).Where(p => p.AwardId == page.Award.Id).OrderBy(p => p.AddedAt).ToListAsync(cancel));
}

public sealed record GroupPhotosPage(AwardPage Award, GroupPhotoForm Form, IReadOnlyList<GroupPhoto> Photos);

public sealed class GroupPhotoForm
{
    [Display(Name = "Photo")]
    public IFormFile? Photo { get; set; }

    [Display(Name = "What does it show?")]
    [StringLength(200, ErrorMessage = "Write it in 200 characters or fewer")]
    public string? AltText { get; set; }

    [Display(Name = "How many faces can be recognised?")]
    public string? Faces { get; set; }
}

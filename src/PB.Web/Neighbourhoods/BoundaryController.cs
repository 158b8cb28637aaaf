using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Neighbourhoods;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Neighbourhoods;

[Authorize(Staffed.Manager)]
public sealed class BoundaryController(PbContext db, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    const int MostBytes = 2 * 1024 * 1024;

    [HttpGet("neighbourhoods/{slug}/boundary/edit")]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } neighbourhood)
            return NotFound();
        return await db.MayChangeNeighbourhoodAsync(User, neighbourhood.Id, cancel) ? View(FormFor(neighbourhood)) : Forbid();
    }

    [HttpPost("neighbourhoods/{slug}/boundary")]
    public async Task<IActionResult> Update(string slug, BoundaryForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } neighbourhood)
            return NotFound();
        if (!await db.MayChangeNeighbourhoodAsync(User, neighbourhood.Id, cancel))
            return Forbid();
        if (await ReadAsync(form, cancel) is not { } boundary)
            return View("Edit", FormFor(neighbourhood));

        neighbourhood.Bound(boundary.GeoJson);
        db.Journal.Add(new JournalEntry(User.Id(), "Drew the boundary of the neighbourhood", $"neighbourhoods/{slug}", "", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = words["The boundary is saved. Look at the map: is it in the right place?"].Value;
        return Redirect(NeighbourhoodPaths.Of(slug));
    }

    async Task<Boundary?> ReadAsync(BoundaryForm form, CancellationToken cancel)
    {
        if (form.File is { Length: > MostBytes })
            ModelState.AddModelError(nameof(form.File), words["The file is larger than 2 MB. Save the boundary with fewer points."]);
        if (!ModelState.IsValid)
            return null;
        using var file = new StreamReader(form.File!.OpenReadStream(), Encoding.UTF8);
        if (Boundary.Read(await file.ReadToEndAsync(cancel), out var boundary) is { } refusal)
            ModelState.AddModelError(nameof(form.File), words[SentenceOf(refusal)]);
        return boundary;
    }

    static string SentenceOf(BoundaryRefusal refusal) => refusal switch
    {
        BoundaryRefusal.NotGeoJson => "This is not a GeoJSON file, or it is damaged. Save the boundary as GeoJSON and choose that file.",
        BoundaryRefusal.NotAnArea => "The file has no area in it. It must hold a Polygon or a MultiPolygon, not points or lines.",
        BoundaryRefusal.NotOneArea => "The file has no area, or more than one. Save only this neighbourhood’s boundary.",
        BoundaryRefusal.NotOnTheGlobe => "The numbers in the file are not longitude and latitude in degrees. Save it in the system WGS 84 (EPSG:4326).",
        BoundaryRefusal.RingNotClosed => "An outline in the file does not end where it begins. Close it and save it again.",
        BoundaryRefusal.TooDetailed => "The boundary has more than 50,000 points. Simplify it and save it again.",
    };

    Task<Neighbourhood?> FindAsync(string slug, CancellationToken cancel) =>
        db.Neighbourhoods.SingleOrDefaultAsync(n => n.Slug == slug, cancel);

    static BoundaryForm FormFor(Neighbourhood neighbourhood) => new() { Name = neighbourhood.Name, Address = neighbourhood.Slug };
}

public sealed class BoundaryForm
{
    [Required(ErrorMessage = "Choose a GeoJSON file")]
    public IFormFile? File { get; set; }

    internal string Name { get; set; } = "";
    internal string Address { get; set; } = "";
}

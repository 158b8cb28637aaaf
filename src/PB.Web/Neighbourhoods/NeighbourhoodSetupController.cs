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
public sealed class NeighbourhoodSetupController(PbContext db, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    [HttpGet("neighbourhoods/new")]
    public async Task<IActionResult> New(string? inside, CancellationToken cancel)
    {
        var places = await PlacesFor.ReadAsync(db, User, null, cancel);
        return places.MayAdd ? View(places.Fill(new NeighbourhoodForm { Inside = inside }, words)) : Forbid();
    }

    [HttpPost("neighbourhoods")]
    public async Task<IActionResult> Create(NeighbourhoodForm form, CancellationToken cancel)
    {
        var places = await PlacesFor.ReadAsync(db, User, null, cancel);
        if (!places.MayAdd)
            return Forbid();
        if (!Check(form, places, out var parent))
            return View("New", places.Fill(form, words));

        var now = clock.GetUtcNow();
        var neighbourhood = new Neighbourhood(form.Name!.Trim(), await db.FreeSlugAsync(form.Name, null, cancel), parent, now);
        neighbourhood.Describe(form.About?.Trim() ?? "", form.Contact?.Trim() ?? "");
        db.Add(neighbourhood);
        return await SaveAsync(neighbourhood, "Added the neighbourhood", cancel) ?? View("New", places.Fill(form, words));
    }

    [HttpGet("neighbourhoods/{slug}/edit")]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } neighbourhood)
            return NotFound();
        var places = await PlacesFor.ReadAsync(db, User, neighbourhood, cancel);
        return places.MayChange ? View(places.Fill(FormOf(neighbourhood, places), words)) : Forbid();
    }

    [HttpPost("neighbourhoods/{slug}")]
    public async Task<IActionResult> Update(string slug, NeighbourhoodForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } neighbourhood)
            return NotFound();
        var places = await PlacesFor.ReadAsync(db, User, neighbourhood, cancel);
        if (!places.MayChange)
            return Forbid();
        if (!Check(form, places, out var parent))
            return View("Edit", places.Fill(form, words));

        var name = form.Name!.Trim();
        if (name != neighbourhood.Name)
            neighbourhood.Rename(name, await db.FreeSlugAsync(name, neighbourhood.Id, cancel), clock.GetUtcNow());
        neighbourhood.PlaceInside(parent);
        neighbourhood.Describe(form.About?.Trim() ?? "", form.Contact?.Trim() ?? "");
        return await SaveAsync(neighbourhood, "Changed the neighbourhood", cancel) ?? View("Edit", places.Fill(form, words));
    }

    static NeighbourhoodForm FormOf(Neighbourhood neighbourhood, PlacesFor places) => new()
    {
        Name = neighbourhood.Name,
        Inside = places.SlugOf(neighbourhood.ParentId),
        About = neighbourhood.About,
        Contact = neighbourhood.Contact,
    };

    Task<Neighbourhood?> FindAsync(string slug, CancellationToken cancel) =>
        db.Neighbourhoods.Include(n => n.Aliases).SingleOrDefaultAsync(n => n.Slug == slug, cancel);

    bool Check(NeighbourhoodForm form, PlacesFor places, out Guid? parent)
    {
        if (form.Name is { } name && Slug.Of(name).Length == 0)
            ModelState.AddModelError(nameof(form.Name), words["The name needs at least one letter or number"]);
        if (!places.TryFind(form.Inside, out parent))
            ModelState.AddModelError(nameof(form.Inside), words["Choose a neighbourhood from the list. A neighbourhood cannot lie inside itself."]);
        return ModelState.IsValid;
    }

    async Task<IActionResult?> SaveAsync(Neighbourhood neighbourhood, string act, CancellationToken cancel)
    {
        db.Journal.Add(new JournalEntry(User.Id(), act, $"neighbourhoods/{neighbourhood.Slug}", "", clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.Violates(NeighbourhoodNames.OneSlugEach))
        {
            ModelState.AddModelError(nameof(NeighbourhoodForm.Name), words["Somebody gave another neighbourhood this name just now. Save again, or choose another name."]);
            return null;
        }

        TempData["Notice"] = words["Saved. This is what everybody sees now."].Value;
        return Redirect(NeighbourhoodPaths.Of(neighbourhood.Slug));
    }
}

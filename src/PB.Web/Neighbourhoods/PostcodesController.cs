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
public sealed class PostcodesController(PbContext db, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    const int MostBytes = 2 * 1024 * 1024;

    [HttpGet("neighbourhoods/{slug}/postcodes/new")]
    public async Task<IActionResult> New(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } neighbourhood)
            return NotFound();
        return await db.MayChangeNeighbourhoodAsync(User, neighbourhood.Id, cancel) ? View(PageOf(neighbourhood, new PostcodesForm())) : Forbid();
    }

    [HttpPost("neighbourhoods/{slug}/postcodes")]
    public async Task<IActionResult> Create(string slug, PostcodesForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } neighbourhood)
            return NotFound();
        if (!await db.MayChangeNeighbourhoodAsync(User, neighbourhood.Id, cancel))
            return Forbid();
        if (form.File is { Length: > MostBytes })
            ModelState.AddModelError(nameof(form.File), words["The file is larger than 2 MB. Cut it into smaller files."]);
        if (!ModelState.IsValid)
            return View("New", PageOf(neighbourhood, form));

        using var file = new StreamReader(form.File!.OpenReadStream(), Encoding.UTF8);
        var list = PostcodeList.Read(file);
        var added = neighbourhood.Cover(list.Postcodes);
        db.Journal.Add(new JournalEntry(
            User.Id(), "Added postcodes to the neighbourhood", $"neighbourhoods/{slug}", $"{added} new", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return View("Show", new PostcodesReport(neighbourhood.Name, slug, added, list));
    }

    Task<Neighbourhood?> FindAsync(string slug, CancellationToken cancel) =>
        db.Neighbourhoods.Include(n => n.Postcodes).SingleOrDefaultAsync(n => n.Slug == slug, cancel);

    static PostcodesForm PageOf(Neighbourhood neighbourhood, PostcodesForm form)
    {
        (form.Name, form.Address, form.Covered) = (neighbourhood.Name, neighbourhood.Slug, neighbourhood.Postcodes.Count);
        return form;
    }
}

public sealed class PostcodesForm
{
    [Required(ErrorMessage = "Choose a file with one postcode a line")]
    public IFormFile? File { get; set; }

    internal string Name { get; set; } = "";
    internal string Address { get; set; } = "";
    internal int Covered { get; set; }
}

public sealed record PostcodesReport(string Name, string Slug, int Added, PostcodeList List)
{
    /// <summary>How many bad lines the page shows; whoever sends a wrong file does not need all of them.</summary>
    public const int Shown = 100;
}

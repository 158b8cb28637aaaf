using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Neighbourhoods;

/// <summary>Finds neighbourhoods by their names of today and of old, and gives new names an address.</summary>
public static class NeighbourhoodNames
{
    public const string OneSlugEach = NeighbourhoodMapping.OneSlugEach;

    /// <summary>The slug of today of what was once called so, or null.</summary>
    public static Task<string?> SlugOfTodayAsync(this PbContext db, string oldSlug, CancellationToken cancel) =>
        (from alias in db.NeighbourhoodAliases
         join neighbourhood in db.Neighbourhoods on alias.NeighbourhoodId equals neighbourhood.Id
         where alias.Slug == oldSlug
         select neighbourhood.Slug).SingleOrDefaultAsync(cancel);

    /// <summary>An address for this name that leads, and led, to no other neighbourhood.</summary>
    /// <param name="db">Where the others are.</param>
    /// <param name="name">A name with at least one letter or digit.</param>
    /// <param name="own">Whose own addresses may be used again; null for a new neighbourhood.</param>
    /// <param name="cancel">Stops asking.</param>
    public static async Task<string> FreeSlugAsync(this PbContext db, string name, Guid? own, CancellationToken cancel)
    {
        var wanted = Slug.Of(name);
        var taken = await db.Neighbourhoods.Where(n => n.Id != own && n.Slug.StartsWith(wanted)).Select(n => n.Slug)
            .Union(db.NeighbourhoodAliases.Where(a => a.NeighbourhoodId != own && a.Slug.StartsWith(wanted)).Select(a => a.Slug))
            .ToListAsync(cancel);
        return Slug.FirstFree(wanted, [.. taken, "new"]);
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.Tally.Files;

namespace PB.Rounds;

/// <summary>Finds or makes the neighbourhood of an imported election: the city, in it the district, in it the part.</summary>
static class ElectionPlace
{
    const int LongestName = 100;

    public static async Task<Guid> FindOrMakeAsync(PbContext db, PabulibFile file, DateTimeOffset now, CancellationToken cancel)
    {
        Guid? inside = null;
        var slugs = new List<string>();
        foreach (var name in NamesIn(file))
        {
            slugs.Add(name);
            var slug = Slug.Of(string.Join(' ', slugs.Count == 1 ? [name] : [slugs[0], name]));
            inside = await FindAsync(db, slug, cancel) ?? Make(db, name, slug, inside, now);
        }

        return inside ?? throw new InvalidDataException("The file's META names no unit. Say where it was: --neighbourhood SLUG");
    }

    public static async Task<Guid?> FindAsync(PbContext db, string slug, CancellationToken cancel) =>
        await db.Neighbourhoods.Where(n => n.Slug == slug).Select(n => (Guid?)n.Id).SingleOrDefaultAsync(cancel);

    static readonly string[] Keys = ["unit", "district", "subunit"];

    public static IEnumerable<string> NamesIn(PabulibFile file) =>
        Keys.Select(key => file.Meta.GetValueOrDefault(key, "")).Where(name => Slug.Of(name).Length > 0).Distinct();

    static Guid Make(PbContext db, string name, string slug, Guid? inside, DateTimeOffset now)
    {
        var made = new Neighbourhood(name[..Math.Min(name.Length, LongestName)], slug, inside, now);
        db.Add(made);
        return made.Id;
    }
}

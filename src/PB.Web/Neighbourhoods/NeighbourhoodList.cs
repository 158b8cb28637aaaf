using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Web.People;

namespace PB.Web.Neighbourhoods;

/// <summary>All neighbourhoods, each under the one that it lies in.</summary>
public sealed record NeighbourhoodList(IReadOnlyList<NeighbourhoodList.Entry> Tops, bool MayAdd)
{
    public sealed record Entry(string Name, string Slug, int OpenRounds, IReadOnlyList<Entry> Inside);

    public static async Task<NeighbourhoodList> ReadAsync(PbContext db, ClaimsPrincipal user, CancellationToken cancel)
    {
        var all = await db.Neighbourhoods.OrderBy(n => n.Name).Select(n => new Row(
            n.Id, n.ParentId, n.Name, n.Slug,
            db.Rounds.Count(r => r.AnnouncedAt != null && r.CancelledAt == null && r.PublishedAt == null
                && r.Neighbourhoods.Any(part => part.NeighbourhoodId == n.Id)))).ToListAsync(cancel);
        var managed = NeighbourhoodPolicies.IsAtTheDesk(user) ? await ManagedNeighbourhoods.OfAsync(db, user, cancel) : new HashSet<Guid>();
        return new NeighbourhoodList(Under(null, all.ToLookup(row => row.ParentId)), NeighbourhoodPolicies.MayAdd(user, managed));
    }

    static List<Entry> Under(Guid? parent, ILookup<Guid?, Row> rows) =>
        [.. rows[parent].Select(row => new Entry(row.Name, row.Slug, row.OpenRounds, Under(row.Id, rows)))];

    sealed record Row(Guid Id, Guid? ParentId, string Name, string Slug, int OpenRounds);
}

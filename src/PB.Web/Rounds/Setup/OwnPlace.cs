using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Web.People;

namespace PB.Web.Rounds.Setup;

/// <summary>A neighbourhood that somebody may hold a round in.</summary>
sealed record OwnPlace(Guid Id, string Slug, string Name)
{
    public static async Task<IReadOnlyList<OwnPlace>> ReadAsync(PbContext db, ClaimsPrincipal user, CancellationToken cancel)
    {
        var managed = await ManagedNeighbourhoods.OfAsync(db, user, cancel);
        return await db.Neighbourhoods.Where(n => managed.Contains(n.Id)).OrderBy(n => n.Name)
            .Select(n => new OwnPlace(n.Id, n.Slug, n.Name)).ToListAsync(cancel);
    }
}

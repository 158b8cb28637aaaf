using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.People;

namespace PB.Web.People;

/// <summary>Which neighbourhoods a manager looks after: those of the appointment and all inside them. An administrator looks after all.</summary>
static class ManagedNeighbourhoods
{
    public static async Task<IReadOnlySet<Guid>> OfAsync(PbContext db, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (user.IsInRole(Role.Administrator))
            return (await db.Neighbourhoods.Select(n => n.Id).ToListAsync(cancel)).ToHashSet();

        return user.Id() is { } person ? (await db.ManagedByAsync(person, cancel)).ToHashSet() : [];
    }
}

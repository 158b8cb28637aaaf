using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Applications;

/// <summary>What stands against an organisation.</summary>
public static class HostStanding
{
    /// <returns>Why it can be given nothing now, in words; null when it can.</returns>
    public static async Task<string?> WhyBlockedAsync(this PbContext db, Guid hostId, DateTimeOffset now, CancellationToken cancel) =>
        await db.HostOrganisations.Where(host => host.Id == hostId && host.BlockedBecause != "").Select(host => host.BlockedBecause).SingleOrDefaultAsync(cancel);
}

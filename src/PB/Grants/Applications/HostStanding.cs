using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Awards;

namespace PB.Grants.Applications;

/// <summary>What stands against an organisation.</summary>
public static class HostStanding
{
    /// <returns>Why it can be given nothing now, in words; null when it can.</returns>
    public static async Task<string?> WhyBlockedAsync(this PbContext db, Guid hostId, DateTimeOffset now, CancellationToken cancel) =>
        await db.HostOrganisations.Where(host => host.Id == hostId && host.BlockedBecause != "").Select(host => host.BlockedBecause).SingleOrDefaultAsync(cancel)
        ?? (await db.OverdueReportsBlocking(DateOnly.FromDateTime(now.UtcDateTime)).FirstOrDefaultAsync(report => report.HostOrganisationId == hostId, cancel) is { } late
            ? $"The report on {late.AwardRef} was due on {late.DueOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))} and is more than six weeks late. Send it first: {late.Path}"
            : null);
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Awards;
using PB.Grants.Panels;
using PB.Tally;

namespace PB.Grants.Applications;

/// <summary>What stands against an organisation. The same name or public identifier is the same organisation, whoever entered it.</summary>
public static class HostStanding
{
    /// <returns>Why it can be given nothing now; null when it can.</returns>
    public static async Task<HostBlock?> WhyBlockedAsync(this PbContext db, Guid hostId, DateTimeOffset now, CancellationToken cancel)
    {
        var same = await db.SameHosts(hostId).ToListAsync(cancel);
        if (same.Find(host => host.BlockedBecause.Length > 0) is { } stopped)
            return new HostBlock(stopped.BlockedBecause, null);
        var ids = same.ConvertAll(host => host.Id);
        return await db.OverdueReportsBlocking(PanelAges.DayOf(now)).Where(report => ids.Contains(report.HostOrganisationId)).OrderBy(report => report.DueOn)
            .Select(report => new HostBlock("", report.AwardRef)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>What it was offered or given by a fund in the last twelve months, without what it declined or let lapse.</summary>
    public static async Task<Money> GivenAsync(this PbContext db, Guid hostId, Guid fundId, DateTimeOffset now, CancellationToken cancel)
    {
        var (ids, since) = (await db.SameHosts(hostId).Select(host => host.Id).ToListAsync(cancel), now.AddMonths(-12));
        var given = await db.Awards.Where(award => award.FundId == fundId && award.SignedAt > since && award.ReleasedAt == null
            && db.Applications.Any(own => own.Id == award.ApplicationId && own.HostOrganisationId != null && ids.Contains(own.HostOrganisationId.Value))).Select(award => award.Amount).ToListAsync(cancel);
        return given.Aggregate(Money.Zero, (sum, amount) => sum + amount);
    }

    static IQueryable<HostOrganisation> SameHosts(this PbContext db, Guid hostId) => db.HostOrganisations.AsNoTracking().Where(host =>
        db.HostOrganisations.Any(one => one.Id == hostId && (one.Id == host.Id || EF.Functions.ILike(one.Name, host.Name) || one.OrganisationId != "" && one.OrganisationId == host.OrganisationId)));
}

/// <summary>Why an organisation is given nothing.</summary>
/// <param name="Words">What a finance officer wrote; empty where it is a report.</param>
/// <param name="OverdueRef">The grant whose report is six weeks late or more.</param>
public sealed record HostBlock(string Words, string? OverdueRef);

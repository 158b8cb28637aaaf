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
        var same = await db.SameHostsAsync(hostId, cancel);
        if (same.Find(host => host.BlockedBecause.Length > 0) is { } stopped)
            return new HostBlock(stopped.BlockedBecause, null);
        var overdue = await db.OverdueReportsBlocking(PanelAges.DayOf(now)).ToListAsync(cancel);
        return overdue.Where(report => same.Exists(host => host.Id == report.HostOrganisationId)).MinBy(report => report.DueOn) is { } late ? new HostBlock("", late.AwardRef) : null;
    }

    /// <summary>What it was offered or given by a fund in the last twelve months, without what it declined or let lapse.</summary>
    public static async Task<Money> GivenAsync(this PbContext db, Guid hostId, Guid fundId, DateTimeOffset now, CancellationToken cancel)
    {
        var (ids, since) = ((await db.SameHostsAsync(hostId, cancel)).ConvertAll(host => host.Id), now.AddMonths(-12));
        var given = await db.Awards.Where(award => award.FundId == fundId && award.SignedAt > since && award.ReleasedAt == null
            && db.Applications.Any(own => own.Id == award.ApplicationId && own.HostOrganisationId != null && ids.Contains(own.HostOrganisationId.Value))).Select(award => award.Amount).ToListAsync(cancel);
        return given.Aggregate(Money.Zero, (sum, amount) => sum + amount);
    }

    /// <summary>Whether the organisation behind an application also stands behind one that this person leads, signed or wrote with others.</summary>
    public static async Task<bool> SharesOrganisationAsync(this PbContext db, Guid applicationId, Guid personId, CancellationToken cancel)
    {
        if (await db.Applications.Where(own => own.Id == applicationId).Select(own => own.HostOrganisationId).SingleAsync(cancel) is not { } host)
            return false;
        var same = (await db.SameHostsAsync(host, cancel)).ConvertAll(one => one.Id);
        return await db.Applications.AnyAsync(own => own.Id != applicationId && own.HostOrganisationId != null && same.Contains(own.HostOrganisationId.Value)
            && (own.LeadId == personId || own.AdultId == personId || db.Set<TeamMember>().Any(young => young.ApplicationId == own.Id && young.PersonId == personId)), cancel);
    }

    static async Task<List<HostOrganisation>> SameHostsAsync(this PbContext db, Guid hostId, CancellationToken cancel)
    {
        var one = await db.HostOrganisations.AsNoTracking().SingleAsync(host => host.Id == hostId, cancel);
        var name = one.Name.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
        return await db.HostOrganisations.AsNoTracking().Where(host => EF.Functions.ILike(host.Name, name) || host.OrganisationId != "" && host.OrganisationId == one.OrganisationId).ToListAsync(cancel);
    }
}

/// <summary>Why an organisation is given nothing.</summary>
/// <param name="Words">What a finance officer wrote; empty where it is a report.</param>
/// <param name="OverdueRef">The grant whose report is six weeks late or more.</param>
public sealed record HostBlock(string Words, string? OverdueRef);

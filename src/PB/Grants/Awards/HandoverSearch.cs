using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Awards;

public static class HandoverSearch
{
    /// <summary>Of each award the last handover: the earlier ones count no more.</summary>
    public static IQueryable<Handover> LastHandovers(this PbContext db) =>
        db.Set<Handover>().Where(one => !db.Set<Handover>().Any(later => later.AwardId == one.AwardId && later.AskedAt > one.AskedAt));

    /// <summary>Those for which nothing is paid: nobody has signed yet; or nobody of the fund has looked into the new organisation, or it has sent no account of its own.</summary>
    public static IQueryable<Handover> Held(this PbContext db) => db.LastHandovers().Where(one => one.SignedAt == null || one.IsNewHost && (
        !db.BankAccounts.Any(account => account.AwardId == one.AwardId && account.EnteredAt >= one.SignedAt)
        || !db.HostOrganisations.Any(host => host.CheckedAt != null && host.BlockedBecause == ""
            && db.Applications.Any(own => own.HostOrganisationId == host.Id && db.Awards.Any(award => award.Id == one.AwardId && award.ApplicationId == own.Id)))));

    public static Task<Handover?> LastHandoverAsync(this PbContext db, Guid awardId, CancellationToken cancel) =>
        db.LastHandovers().Include(one => one.Answers).SingleOrDefaultAsync(one => one.AwardId == awardId, cancel);
}

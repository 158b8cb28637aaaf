using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Applications;

public static class LinkSearch
{
    /// <summary>The plans that are for the same event as this one, as far as somebody may know of them.</summary>
    /// <param name="known">What they may know of.</param>
    public static Task<List<LinkedPlan>> LinkedWithAsync(this PbContext db, Guid applicationId, IQueryable<Application> known, CancellationToken cancel) => (
        from link in db.Set<PlanLink>().AsNoTracking()
        where link.FirstId == applicationId || link.SecondId == applicationId
        from other in known
        where other.Id == (link.FirstId == applicationId ? link.SecondId : link.FirstId)
        orderby other.Ref
        select new LinkedPlan(link.Id, other.Ref!, other.Title, link.Because, link.JoinerId, link.JoinedAt)).ToListAsync(cancel);
}

/// <summary>Another plan for the same event.</summary>
/// <param name="JoinerId">The plan whose group asked to join the other; null where neither did.</param>
public sealed record LinkedPlan(Guid LinkId, string Ref, string Title, string Because, Guid? JoinerId, DateTimeOffset? JoinedAt);

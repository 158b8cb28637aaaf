using PB.Data;
using PB.Grants.Calls;

namespace PB.Grants.Awards;

/// <summary>The last stretch of a call: from the answers to all offers to the last report.</summary>
public static class CallsAtWorkSearch
{
    /// <summary>The calls in which no offer waits for its signature or its answer, and at least one grant runs.</summary>
    public static IQueryable<Guid> CallsAtWork(this PbContext db, DateTimeOffset now) =>
        db.Calls.Where(call => call.PublishedAt != null
            && db.Applications.Any(own => own.CallId == call.Id && db.Awards.Any(award => award.ApplicationId == own.Id && award.LeadAcceptedAt != null && award.AdultAcceptedAt != null && award.EndedAt == null))
            && !db.Applications.Any(own => own.CallId == call.Id && db.Awards.Any(award => award.ApplicationId == own.Id && award.DeclinedAt == null && award.ReleasedAt == null
                && (award.LeadAcceptedAt == null || award.AdultAcceptedAt == null) && (award.ExpiresAt == null || award.ExpiresAt > now)))).Select(call => call.Id);

    public static CallPhase PhaseAt(this Call call, DateTimeOffset now, bool isAtWork) =>
        call.PhaseAt(now) is CallPhase.Published && isAtWork ? CallPhase.Monitoring : call.PhaseAt(now);
}

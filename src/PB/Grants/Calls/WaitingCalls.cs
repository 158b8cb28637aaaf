using PB.Data;
using PB.Grants.Meetings;

namespace PB.Grants.Calls;

static class WaitingCalls
{
    /// <summary>The calls in which a panel still has something to do: to declare, to mark, or to decide.</summary>
    public static IQueryable<Call> WaitingForTheirPanel(this PbContext db, DateTimeOffset now) => db.Calls.Where(call =>
        call.AnnouncedAt != null && call.PublishedAt == null && call.CancelledAt == null
        && (call.MarkingOpenedAt == null || call.Dates.MarkingClosesAt > (call.PausedAt ?? now)
            || db.Applications.Any(own => own.CallId == call.Id && own.FoundEligibleAt != null && own.WithdrawnAt == null
                && !db.Set<Decision>().Any(decision => decision.ApplicationId == own.Id) && !db.Set<Item>().Any(item => item.ApplicationId == own.Id && item.ShortlistedAt != null))));
}

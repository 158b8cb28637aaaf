using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Meetings;

public static class DecisionSearch
{
    /// <summary>The newest decision on each application, without those that the accountable body refused to pay.</summary>
    public static IQueryable<Decision> StandingDecisions(this PbContext db) => db.LastDecisions().Where(decision =>
        !db.Set<Referral>().Any(referral => referral.AnswerId == decision.Id && referral.RefusedAt != null));

    /// <summary>The newest decision on each application.</summary>
    public static IQueryable<Decision> LastDecisions(this PbContext db) => db.Set<Decision>().Where(decision =>
        !db.Set<Decision>().Any(later => later.ApplicationId == decision.ApplicationId && later.DecidedAt > decision.DecidedAt));

    /// <summary>The newest decision on each application that everybody was told: the panel may have decided again since.</summary>
    public static IQueryable<Decision> ToldDecisions(this PbContext db) => db.Set<Decision>().Where(decision => decision.ReleasedAt != null
        && !db.Set<Decision>().Any(later => later.ApplicationId == decision.ApplicationId && later.ReleasedAt != null && later.DecidedAt > decision.DecidedAt));

    /// <summary>What the journal calls a call.</summary>
    internal static Task<string> SubjectOfAsync(this PbContext db, Guid callId, CancellationToken cancel) => (
        from call in db.Calls
        where call.Id == callId
        join fund in db.Funds on call.FundId equals fund.Id
        select "funds/" + fund.Slug + "/calls/" + call.Slug).SingleAsync(cancel);

    /// <summary>Whom an application is for, as the pots ask it.</summary>
    public static ReachOfProject Reach(this Application application) => new(
        application.Group.Areas, application.Group.AgeBands, application.Group.Themes, application.Group.FirstTime,
        application.Lines.Where(line => line.Capital).Aggregate(Money.Zero, (sum, line) => sum + line.Total));
}

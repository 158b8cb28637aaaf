using PB.Data;

namespace PB.Grants.Awards;

public static class OverdueReports
{
    /// <summary>The organisations that get no new grant because a report of theirs is six weeks late, with the awards in question.</summary>
    public static IQueryable<OverdueReport> OverdueReportsBlocking(this PbContext db, DateOnly today)
    {
        var last = today.AddDays(-Latenesses.BlocksAfterDays);
        return from report in db.Reports
               where (report.SubmittedAt == null || report.Question != "") && report.DueOn <= last
               join award in db.Awards on report.AwardId equals award.Id
               where award.Ending != AwardEnding.Completed
               join application in db.Applications on award.ApplicationId equals application.Id
               where application.HostOrganisationId != null
               select new OverdueReport(application.HostOrganisationId!.Value, award.FundId, award.Ref, report.DueOn);
    }
}

/// <summary>A report that keeps an organisation from a new grant.</summary>
public sealed record OverdueReport(Guid HostOrganisationId, Guid FundId, string AwardRef, DateOnly DueOn);

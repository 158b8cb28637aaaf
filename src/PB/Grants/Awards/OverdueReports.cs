using PB.Data;

namespace PB.Grants.Awards;

public static class OverdueReports
{
    /// <summary>The organisations that get no new grant because a report of theirs is six weeks late, with the awards in question.</summary>
    public static IQueryable<OverdueReport> OverdueReportsBlocking(this PbContext db, DateOnly today)
    {
        var last = today.AddDays(-Latenesses.BlocksAfterDays);
        return from report in db.Reports.Outstanding(last)
               join award in db.Awards on report.AwardId equals award.Id
               where award.Ending != AwardEnding.Completed
               join application in db.Applications on award.ApplicationId equals application.Id
               where application.HostOrganisationId != null
               join fund in db.Funds on award.FundId equals fund.Id
               select new OverdueReport { HostOrganisationId = application.HostOrganisationId!.Value, FundSlug = fund.Slug, AwardRef = award.Ref, DueOn = report.AnswerDueOn ?? report.DueOn };
    }

    /// <summary>Reports that were due by a day and are not in; or that are in, with a question whose answer was due by then.</summary>
    public static IQueryable<Report> Outstanding(this IQueryable<Report> reports, DateOnly dueBy) => reports.Where(report =>
        report.AcceptedAt == null && (report.SubmittedAt == null || report.AskedAt != null && report.AnsweredAt == null) && (report.AnswerDueOn ?? report.DueOn) <= dueBy);
}

/// <summary>A report that keeps an organisation from a new grant.</summary>
public sealed record OverdueReport
{
    public required Guid HostOrganisationId { get; init; }
    public required string FundSlug { get; init; }
    public required string AwardRef { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>Where it is written.</summary>
    public string Path => $"/funds/{FundSlug}/awards/{AwardRef}/report";
}

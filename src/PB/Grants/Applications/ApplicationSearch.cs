using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Marking;

namespace PB.Grants.Applications;

public static class ApplicationSearch
{
    /// <summary>Applications with their budgets and signatures.</summary>
    public static IQueryable<Application> WholeApplications(this PbContext db) =>
        db.Applications.Include(a => a.Lines.OrderBy(line => line.Number)).Include(a => a.Signatures).AsSplitQuery();

    /// <summary>Applications of a call that are in, and of which nobody has said whether they fit.</summary>
    public static IQueryable<Application> Unchecked(this IQueryable<Application> applications, Guid callId) => applications.Where(application =>
        application.CallId == callId && application.EnteredAt != null && application.WithdrawnAt == null && application.FoundEligibleAt == null && application.FoundIneligibleAt == null);

    /// <summary>Applications of a call that do not fit as they stand, while their group still has time to put that right, or has done so and nobody has looked since.</summary>
    public static IQueryable<Application> Mending(this IQueryable<Application> applications, Guid callId, PbContext db, DateTimeOffset now) => applications.Where(application =>
        application.CallId == callId && application.WithdrawnAt == null && db.EligibilityQueries.Any(query => query.ApplicationId == application.Id
            && (query.MendedAt == null && query.Until > now || query.MendedAt > application.FoundIneligibleAt)));

    /// <summary>The question that a group has yet to answer; null when there is none.</summary>
    public static Task<EligibilityQuery?> OpenQueryAsync(this PbContext db, Guid applicationId, DateTimeOffset now, CancellationToken cancel) =>
        db.EligibilityQueries.Where(query => query.ApplicationId == applicationId && query.MendedAt == null && query.Until > now).OrderBy(query => query.AskedAt).FirstOrDefaultAsync(cancel);

    /// <summary>The applications of a call that a member may read: every list, count, search and export of the panel begins here.</summary>
    /// <remarks>
    /// Only what fits the rules, and only where the member said that there is no conflict of interest. What is left out leaves no trace:
    /// nobody may count, number or rank anything but what this gives.
    /// </remarks>
    public static IQueryable<Application> VisibleTo(this PbContext db, Guid callId, Guid personId)
    {
        var conflicts = db.LiveConflicts();
        return db.Fitting(callId, personId).Where(application =>
            db.ConflictDeclarations.Any(declared => declared.ApplicationId == application.Id && declared.PersonId == personId)
            && !conflicts.Any(declared => declared.ApplicationId == application.Id && declared.PersonId == personId));
    }

    /// <summary>The applications of a call of which a member has yet to say whether they have a stake: their titles may be shown, no more.</summary>
    public static IQueryable<Application> ToDeclare(this PbContext db, Guid callId, Guid personId) =>
        db.Fitting(callId, personId).Where(application => !db.ConflictDeclarations.Any(declared => declared.ApplicationId == application.Id && declared.PersonId == personId));

    /// <summary>Who has a conflict of interest on an application.</summary>
    public static IQueryable<Guid> InConflict(this PbContext db, Guid applicationId) =>
        db.LiveConflicts().Where(declared => declared.ApplicationId == applicationId).Select(declared => declared.PersonId).Distinct();

    /// <summary>The applications on which somebody has a conflict of interest.</summary>
    public static IQueryable<Guid> InConflictOf(this PbContext db, Guid personId) =>
        db.LiveConflicts().Where(declared => declared.PersonId == personId).Select(declared => declared.ApplicationId).Distinct();

    // Nobody decides on what they ask for themselves.
    static IQueryable<Application> Fitting(this PbContext db, Guid callId, Guid personId) => db.Applications.Where(application =>
        application.CallId == callId && application.FoundEligibleAt != null && application.WithdrawnAt == null
        && application.LeadId != personId && application.AdultId != personId
        && !db.Set<TeamMember>().Any(young => young.ApplicationId == application.Id && young.PersonId == personId));
}

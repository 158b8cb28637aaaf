using PB.Data;

namespace PB.Grants.Applications;

public static class ApplicationSearch
{
    /// <summary>The applications of a call that a member may read: every list, count, search and export of the panel begins here.</summary>
    /// <remarks>
    /// Only what fits the rules, and only where the member said that there is no conflict of interest. What is left out leaves no trace:
    /// nobody may count, number or rank anything but what this gives.
    /// </remarks>
    public static IQueryable<Application> VisibleTo(this PbContext db, Guid callId, Guid personId) =>
        db.Fitting(callId, personId).Where(application => db.ConflictDeclarations
            .Where(declared => declared.ApplicationId == application.Id && declared.PersonId == personId)
            .OrderByDescending(declared => declared.At).ThenByDescending(declared => declared.Id)
            .Select(declared => (ConflictLevel?)declared.Level).FirstOrDefault() != ConflictLevel.Conflict
            && db.ConflictDeclarations.Any(declared => declared.ApplicationId == application.Id && declared.PersonId == personId));

    /// <summary>The applications of a call of which a member has yet to say whether they have a stake: their titles may be shown, no more.</summary>
    public static IQueryable<Application> ToDeclare(this PbContext db, Guid callId, Guid personId) =>
        db.Fitting(callId, personId).Where(application => !db.ConflictDeclarations.Any(declared => declared.ApplicationId == application.Id && declared.PersonId == personId));

    /// <summary>Who has a live conflict of interest on an application.</summary>
    public static IQueryable<Guid> InConflict(this PbContext db, Guid applicationId) =>
        db.ConflictDeclarations.Where(declared => declared.ApplicationId == applicationId && declared.Level == ConflictLevel.Conflict
            && !db.ConflictDeclarations.Any(newer => newer.ApplicationId == applicationId && newer.PersonId == declared.PersonId
                && (newer.At > declared.At || newer.At == declared.At && newer.Id.CompareTo(declared.Id) > 0)))
            .Select(declared => declared.PersonId).Distinct();

    // Nobody decides on what they ask for themselves.
    static IQueryable<Application> Fitting(this PbContext db, Guid callId, Guid personId) => db.Applications.Where(application =>
        application.CallId == callId && application.FoundEligibleAt != null && application.WithdrawnAt == null
        && application.LeadId != personId && application.AdultId != personId);
}

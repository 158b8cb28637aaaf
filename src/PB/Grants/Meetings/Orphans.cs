using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Grants.Marking;

namespace PB.Grants.Meetings;

public static class Orphans
{
    /// <summary>The applications for which a fund has no accountable officer at present who has no conflict: what was sent back of them, none could take back.</summary>
    public static IQueryable<Application> WithoutOfficer(this PbContext db, Guid callId, Guid fundId)
    {
        var conflicts = db.LiveConflicts();
        return db.OnTheTable(callId).Where(application => !db.FundAppointments.Any(task => task.FundId == fundId && task.Role == FundRole.AccountableOfficer && task.Until == null
            && !conflicts.Any(declared => declared.ApplicationId == application.Id && declared.PersonId == task.PersonId)));
    }
}

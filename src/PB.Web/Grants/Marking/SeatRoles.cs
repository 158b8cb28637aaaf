using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Panels;

namespace PB.Web.Grants.Marking;

/// <summary>As what somebody comes to a fund.</summary>
static class SeatRoles
{
    public static IEnumerable<GrantRole> Roles(this Seat? seat)
    {
        if (seat is { Watches: true }) yield return GrantRole.Observer;
        if (seat is not { Decides: true }) yield break;
        yield return GrantRole.Member;
        if (seat.Member.Role is PanelRole.Chair or PanelRole.ViceChair) yield return GrantRole.Chair;
    }

    public static async Task<IEnumerable<GrantRole>> AdultRolesAsync(this PbContext db, Guid fundId, Guid person, CancellationToken cancel) =>
        (await db.FundAppointments.Where(a => a.FundId == fundId && a.PersonId == person && a.Until == null).Select(a => a.Role).ToListAsync(cancel)).Select(RoleOf);

    static GrantRole RoleOf(FundRole role) => role switch
    {
        FundRole.YouthWorker => GrantRole.YouthWorker,
        FundRole.SafeguardingLead => GrantRole.SafeguardingLead,
        FundRole.FinanceOfficer => GrantRole.FinanceOfficer,
        FundRole.AccountableOfficer => GrantRole.AccountableOfficer,
        FundRole.Auditor => GrantRole.Auditor,
    };
}

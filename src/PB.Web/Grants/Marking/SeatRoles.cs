using PB.Grants;
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
}

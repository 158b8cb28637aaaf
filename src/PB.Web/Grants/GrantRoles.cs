using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.People;
using PB.Web.People;

namespace PB.Web.Grants;

/// <summary>As whom somebody comes to a fund. Its adults come as such only with their second factor.</summary>
public sealed class GrantRoles(PbContext db, Roster roster, TimeProvider clock)
{
    readonly Dictionary<Guid, IReadOnlySet<GrantRole>> known = [];

    public async Task<IReadOnlySet<GrantRole>> OfAsync(ClaimsPrincipal user, Guid fundId, CancellationToken cancel = default)
    {
        if (known.TryGetValue(fundId, out var roles))
            return roles;
        var found = new HashSet<GrantRole> { GrantRole.Public };
        if (user.Id() is { } person)
        {
            found.UnionWith(await SeatsAsync(person, fundId, cancel));
            found.UnionWith(await TasksAsync(user, fundId, cancel));
        }

        return known[fundId] = found;
    }

    /// <summary>What somebody does as an adult of the fund; nothing without their second factor.</summary>
    public async Task<IEnumerable<GrantRole>> TasksAsync(ClaimsPrincipal user, Guid fundId, CancellationToken cancel)
    {
        if (user.Id() is not { } person || !user.HasSecondFactor())
            return [];
        var now = clock.GetUtcNow();
        var tasks = await db.FundAppointments.Where(a => a.FundId == fundId && a.PersonId == person && (a.Until == null || a.Until > now)).Select(a => a.Role).ToListAsync(cancel);
        return user.IsInRole(Role.Auditor) ? tasks.Select(RoleOf).Append(GrantRole.Auditor) : tasks.Select(RoleOf);
    }

    async Task<IEnumerable<GrantRole>> SeatsAsync(Guid person, Guid fundId, CancellationToken cancel)
    {
        var panels = await db.Panels.Where(p => p.FundId == fundId && db.PanelMembers.Any(m => m.PanelId == p.Id && m.PersonId == person && m.LeftAt == null)).Select(p => p.Id).ToListAsync(cancel);
        var roles = new List<GrantRole>();
        foreach (var panel in panels)
            if (await roster.SeatOfAsync(person, panel, cancel) is { } seat)
                roles.AddRange(RolesOf(seat));
        return roles;
    }

    static GrantRole[] RolesOf(Seat seat) => seat switch
    {
        { Watches: true } => [GrantRole.Observer],
        { Decides: true, Member.Role: PanelRole.Chair } => [GrantRole.Member, GrantRole.Chair],
        { Decides: true } => [GrantRole.Member],
        _ => [],
    };

    static GrantRole RoleOf(FundRole role) => role switch
    {
        FundRole.YouthWorker => GrantRole.YouthWorker,
        FundRole.SafeguardingLead => GrantRole.SafeguardingLead,
        FundRole.FinanceOfficer => GrantRole.FinanceOfficer,
        FundRole.AccountableOfficer => GrantRole.AccountableOfficer,
        FundRole.Auditor => GrantRole.Auditor,
    };
}

using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Web.People;

namespace PB.Web.Grants;

/// <summary>As whom somebody comes to a fund, and to one application in it. The fund's adults count only with their second factor.</summary>
static class RolesInFund
{
    public static async Task<IReadOnlySet<GrantRole>> RolesAsync(this PbContext db, ClaimsPrincipal user, Guid fundId, Application? application, DateTimeOffset now)
    {
        var roles = new HashSet<GrantRole> { GrantRole.Public };
        if (user.Id() is not { } person)
            return roles;
        if (application?.LeadId == person)
            roles.Add(GrantRole.Applicant);
        if (application?.AdultId == person)
            roles.Add(GrantRole.SupportingAdult);
        if (user.HasSecondFactor())
            roles.UnionWith((await db.FundAppointments.Where(a => a.FundId == fundId && a.PersonId == person && a.From <= now && (a.Until == null || a.Until > now))
                .Select(a => a.Role).ToListAsync()).Select(Of));
        roles.UnionWith((await db.PanelMembers
            .Where(member => member.PersonId == person && member.LeftAt == null && member.RestedAt == null && db.Panels.Any(panel => panel.Id == member.PanelId && panel.FundId == fundId))
            .Select(member => member.Role).ToListAsync()).Select(Of));
        return roles;
    }

    static GrantRole Of(FundRole role) => role switch
    {
        FundRole.YouthWorker => GrantRole.YouthWorker,
        FundRole.SafeguardingLead => GrantRole.SafeguardingLead,
        FundRole.FinanceOfficer => GrantRole.FinanceOfficer,
        FundRole.AccountableOfficer => GrantRole.AccountableOfficer,
        FundRole.Auditor => GrantRole.Auditor,
    };

    static GrantRole Of(PanelRole role) => role switch
    {
        PanelRole.Chair or PanelRole.ViceChair => GrantRole.Chair,
        PanelRole.Member => GrantRole.Member,
        PanelRole.Trainee or PanelRole.Observer => GrantRole.Observer,
    };
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;

namespace PB.Web.Grants;

/// <summary>What somebody has to do with youth funds: their tasks, their place on a panel, their applications.</summary>
public sealed record MyGrants(IReadOnlyList<MyGrants.Link> Funds, IReadOnlyList<MyGrants.Link> Panels, IReadOnlyList<MyGrants.Link> Applications)
{
    public bool IsEmpty => Funds.Count + Panels.Count + Applications.Count == 0;

    public sealed record Link(string Text, string Path);

    public static async Task<MyGrants> ReadAsync(PbContext db, Guid me, CancellationToken cancel)
    {
        var funds = await db.Funds.Where(fund => db.FundAppointments.Any(task => task.FundId == fund.Id && task.PersonId == me && task.Until == null)).OrderBy(fund => fund.Name).ToListAsync(cancel);
        var panels = await (from member in db.PanelMembers
                            where member.PersonId == me && member.LeftAt == null
                            join panel in db.Panels on member.PanelId equals panel.Id
                            join fund in db.Funds on panel.FundId equals fund.Id
                            orderby panel.Name
                            select new { panel.Name, Panel = panel.Slug, Fund = fund.Slug }).ToListAsync(cancel);
        var applications = await db.Applications.Where(own => own.LeadId == me || own.AdultId == me || db.Set<TeamMember>().Any(m => m.ApplicationId == own.Id && m.PersonId == me && m.LeftAt == null)).OrderByDescending(own => own.CreatedAt).Select(own => new { own.Id, own.Title, own.Ref }).ToListAsync(cancel);
        return new MyGrants(
            [.. funds.Select(fund => new Link(fund.Name, GrantPaths.Fund(fund.Slug)))],
            [.. panels.Select(panel => new Link(panel.Name, GrantPaths.Panel(panel.Fund, panel.Panel)))],
            [.. applications.Select(own => new Link($"{own.Title} {own.Ref}".Trim(), GrantPaths.Application(own.Id)))]);
    }
}

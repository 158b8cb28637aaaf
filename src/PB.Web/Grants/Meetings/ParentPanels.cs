using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Panels;

namespace PB.Web.Grants.Meetings;

/// <summary>Finds the panel to which another one hands what it cannot decide.</summary>
public sealed class ParentPanels(PbContext db)
{
    public Task<Panel?> OfAsync(Guid panelId, CancellationToken cancel) =>
        db.Panels.AsNoTracking().SingleOrDefaultAsync(panel => db.Panels.Any(own => own.Id == panelId && own.ParentPanelId == panel.Id), cancel);
}

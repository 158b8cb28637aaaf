using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Panels;

public static class ParentPanel
{
    /// <summary>The panel to which another one hands what it cannot decide; null where there is none.</summary>
    public static Task<Panel?> ParentOfAsync(this PbContext db, Guid panelId, CancellationToken cancel) =>
        db.Panels.AsNoTracking().SingleOrDefaultAsync(panel => db.Panels.Any(own => own.Id == panelId && own.ParentPanelId == panel.Id), cancel);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Marking;
using PB.Grants.Panels;

namespace PB.Web.Grants.Marking;

/// <summary>Who has finished what. It asks for no mark at all, so that none can be seen here.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/marking-progress")]
public sealed class ProgressController(PbContext db, CallDoor door, Roster roster, IAuthorizationService doors) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string fund, string call, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        if (await this.RefuseAsync(doors, MarkingAct.SeeProgress, visit) is { } refusal) return refusal;
        var (known, conflicts) = (db.KnownTo(visit!.Call.Id, visit.Reader), db.LiveConflicts());
        return View(new ProgressPage(
            visit,
            [.. (await roster.ActiveAsync(visit.Call.PanelId, cancel)).Select(seat => new Marker(seat.Member.PersonId!.Value, seat.Member.DisplayName)).OrderBy(marker => marker.Name, StringComparer.Ordinal)],
            await known.OrderBy(a => a.Ref).Select(a => new ProgressLine(a.Id, a.Ref!, a.Title)
            {
                HandedIn = db.Set<Card>().Where(card => card.ApplicationId == a.Id && card.HandedInAt != null && card.PersonId != null).Select(card => card.PersonId!.Value).ToList(),
                Declared = db.ConflictDeclarations.Where(d => d.ApplicationId == a.Id).Select(d => d.PersonId).Distinct().ToList(),
                Conflicts = conflicts.Where(d => d.ApplicationId == a.Id).Select(d => d.PersonId).ToList(),
            }).ToListAsync(cancel))
        {
            IsDealt = await db.Set<ReadingDeal>().AnyAsync(deal => deal.CallId == visit.Call.Id, cancel),
            MayShareOut = await doors.MayAsync(User, MarkingAct.ShareOut, visit),
        });
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Marking;

namespace PB.Web.Grants.Marking;

/// <summary>What a member has to read and mark, and how far they are.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/marking")]
public sealed class MarkingController(PbContext db, CallDoor door, IAuthorizationService doors) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        if (await this.RefuseAsync(doors, MarkingAct.Mark, visit) is { } refusal) return refusal;
        return visit!.Call.MarkingOpenedAt is null ? NotFound() : View(await PageAsync(visit, cancel));
    }

    async Task<MarkingPage> PageAsync(CallVisit visit, CancellationToken cancel)
    {
        var (callId, person) = (visit.Call.Id, visit.PersonId);
        var cards = await db.Set<Card>().AsNoTracking().Include(card => card.Marks).Where(card => card.PersonId == person).ToDictionaryAsync(card => card.ApplicationId, cancel);
        var places = await db.Set<Reading>().Where(reading => reading.PersonId == person).ToDictionaryAsync(reading => reading.ApplicationId, reading => reading.Place, cancel);
        var pile = await db.PileOf(callId, person).Select(a => new { a.Id, a.Ref, a.Title, a.Amounts.Requested }).ToListAsync(cancel);
        return new MarkingPage(
            visit,
            await db.ToDeclare(callId, person).OrderBy(a => a.Ref).Select(a => new ToDeclareLine(a.Ref!, a.Title)).ToListAsync(cancel),
            [.. pile.OrderBy(a => places.GetValueOrDefault(a.Id)).ThenBy(a => a.Ref, StringComparer.Ordinal).Select(a => new PileLine(a.Ref!, a.Title, a.Requested, cards.GetValueOrDefault(a.Id)))]);
    }
}

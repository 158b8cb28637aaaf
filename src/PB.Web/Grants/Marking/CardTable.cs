using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Marking;

namespace PB.Web.Grants.Marking;

/// <summary>Lays a member's own card on the table; what is not in their pile is not there.</summary>
public sealed class CardTable(PbContext db, CallDoor door, IAuthorizationService doors)
{
    internal async Task<(CardPage? Page, IActionResult? Refusal)> OpenAsync(ControllerBase controller, CardAddress address, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(controller.User, address.Fund, address.Call, cancel);
        if (await controller.RefuseAsync(doors, MarkingAct.Mark, visit) is { } refusal) return (null, refusal);
        if (visit!.Call.MarkingOpenedAt is null) return (null, controller.NotFound());
        var application = await db.PileOf(visit.Call.Id, visit.PersonId).AsNoTracking().SingleOrDefaultAsync(a => a.Ref == address.Reference, cancel);
        if (application is null) return (null, controller.NotFound());
        var card = await db.Set<Card>().AsNoTracking().Include(c => c.Marks).SingleOrDefaultAsync(c => c.ApplicationId == application.Id && c.PersonId == visit.PersonId, cancel);
        return (new CardPage(visit, application, card), null);
    }
}

/// <summary>Where a card lies, as the address of its page says.</summary>
public sealed record CardAddress(string Fund, string Call, string Reference);

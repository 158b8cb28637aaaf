using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Web.People;

namespace PB.Web.Grants.Marking;

/// <summary>Opens a call to those who have a part in it.</summary>
public sealed class CallDoor(PbContext db, Roster roster, GrantRoles known, TimeProvider clock)
{
    /// <returns>Null where there is no such call, or the person has no part in it.</returns>
    public async Task<CallVisit?> OpenAsync(ClaimsPrincipal user, string fund, string call, CancellationToken cancel)
    {
        var found = await (
            from one in db.Calls.AsNoTracking().Include(c => c.Criteria).Include(c => c.Pots).AsSplitQuery()
            join owner in db.Funds.AsNoTracking() on one.FundId equals owner.Id
            where owner.Slug == fund && one.Slug == call
            select new { Fund = owner, Call = one }).SingleOrDefaultAsync(cancel);
        return found is not null && user.Id() is { } person && await VisitAsync(user, found.Fund, found.Call, cancel) is { Roles.Count: > 0 } visit ? visit with { PersonId = person } : null;
    }

    async Task<CallVisit> VisitAsync(ClaimsPrincipal user, Fund fund, Call call, CancellationToken cancel)
    {
        var person = user.Id()!.Value;
        var seat = await roster.SeatOfAsync(person, call.PanelId, cancel);
        var roles = seat.Roles().ToHashSet();
        roles.UnionWith(await known.TasksAsync(user, fund.Id, cancel));
        return new CallVisit(fund, call, seat, roles) { PersonId = person, Now = clock.GetUtcNow() };
    }
}

using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Web.Grants.Marking;
using PB.Web.People;

namespace PB.Web.Grants.Meetings;

/// <summary>Opens a meeting to those who have a part in it.</summary>
public sealed class MeetingDoor(PbContext db, MeetingShelf shelf, GrantRoles known)
{
    /// <returns>Null where there is no such meeting, or the person has no part in it.</returns>
    public async Task<MeetingVisit?> OpenAsync(ClaimsPrincipal user, Guid id, CancellationToken cancel)
    {
        if (user.Id() is not { } person || await shelf.LookAsync(id, cancel) is not { } table) return null;
        var fund = await db.Funds.AsNoTracking().SingleAsync(f => f.Id == table.Call.FundId, cancel);
        var seat = table.Seats.SingleOrDefault(one => one.Member.PersonId == person && one.Standing is MemberStanding.Active);
        var roles = await RolesAsync(user, fund, seat, cancel);
        if (roles.Count == 0) return null;
        var known = await db.KnownTo(table.Call.Id, new Reader(person, seat is { Decides: true })).Select(a => a.Id).ToListAsync(cancel);
        return new MeetingVisit(fund, table, seat, roles, known.ToHashSet())
        {
            PersonId = person,
            Name = seat?.Member.DisplayName ?? await db.Users.Where(u => u.Id == person).Select(u => u.Name).SingleAsync(cancel),
        };
    }

    async Task<HashSet<GrantRole>> RolesAsync(ClaimsPrincipal user, Fund fund, Seat? seat, CancellationToken cancel)
    {
        var roles = seat.Roles().ToHashSet();
        roles.UnionWith(await known.TasksAsync(user, fund.Id, cancel));
        return roles;
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;

namespace PB.Web.Grants.Applications;

/// <summary>Somebody of a team, as the team itself sees it.</summary>
/// <param name="Name">The name, once they have come in; the address before.</param>
public sealed record TeamLine(Guid Id, string Name, bool HasJoined, bool IsMe)
{
    internal static Task<List<TeamLine>> ReadAsync(PbContext db, Guid application, Guid me, CancellationToken cancel) => (
        from member in db.Set<TeamMember>()
        where member.ApplicationId == application && member.LeftAt == null
        join person in db.Users on member.PersonId equals person.Id into people
        from person in people.DefaultIfEmpty()
        orderby member.InvitedAt
        select new TeamLine(member.Id, person == null ? member.Email : person.Name, member.JoinedAt != null, member.PersonId == me)).ToListAsync(cancel);
}

using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Web.People;

public sealed record StaffPage(IReadOnlyList<StaffPage.Member> Members)
{
    public sealed record Member(string Name, string Email, bool HasSecondFactor, IReadOnlyList<string> Roles, IReadOnlyList<Place> Neighbourhoods);

    public sealed record Place(string Slug, string Name);

    public static async Task<StaffPage> ReadAsync(PbContext db, CancellationToken cancel)
    {
        var held = from link in db.UserRoles
                   join role in db.Roles on link.RoleId equals role.Id
                   select new { link.UserId, role.Name };
        var members = await db.Users.AsNoTracking()
            .Where(person => held.Any(role => role.UserId == person.Id))
            .OrderBy(person => person.Name)
            .Select(person => new Member(
                person.Name, person.Email!, person.TwoFactorEnabled,
                held.Where(role => role.UserId == person.Id).OrderBy(role => role.Name).Select(role => role.Name!).ToList(),
                db.Appointments.Where(a => a.PersonId == person.Id)
                    .Join(db.Neighbourhoods, a => a.NeighbourhoodId, n => n.Id, (a, n) => new Place(n.Slug, n.Name)).ToList()))
            .ToListAsync(cancel);
        return new StaffPage(members);
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.People;

namespace PB.Web.Screening;

public sealed record DepartmentLine(string Slug, string Name, IReadOnlyList<string> Officers)
{
    public static async Task<IReadOnlyList<DepartmentLine>> ReadAsync(PbContext db, CancellationToken cancel) =>
        await db.Departments.AsNoTracking().OrderBy(department => department.Name)
            .Select(department => new DepartmentLine(department.Slug, department.Name,
                department.Officers.Join(db.Users, officer => officer.PersonId, person => person.Id, (officer, person) => person.Name).OrderBy(name => name).ToList()))
            .ToListAsync(cancel);
}

/// <summary>Somebody who can answer for a department.</summary>
sealed record ReviewerLine(Guid Id, string Name);

static class ReviewerSearch
{
    public static Task<List<ReviewerLine>> ReviewersAsync(this PbContext db, CancellationToken cancel) => (
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        where role.Name == Role.Reviewer
        join person in db.Users on held.UserId equals person.Id
        orderby person.Name
        select new ReviewerLine(person.Id, person.Name)).ToListAsync(cancel);
}

using PB.Data;

namespace PB.Screening;

/// <summary>A department of the council that answers for its part of the checks.</summary>
public sealed class Department
{
    readonly List<DepartmentOfficer> officers = [];

    Department() { }

    public Department(string name, string slug, DateTimeOffset now) => (Id, Name, Slug) = (Ids.New(now), name, slug);

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public IReadOnlyList<DepartmentOfficer> Officers => officers;

    public void Rename(string name) => Name = name;

    /// <summary>These officers and no others answer for it from now on.</summary>
    public void Appoint(IReadOnlyCollection<Guid> people)
    {
        officers.RemoveAll(officer => !people.Contains(officer.PersonId));
        officers.AddRange(people.Where(person => officers.All(officer => officer.PersonId != person)).Select(person => new DepartmentOfficer(Id, person)));
    }
}

/// <summary>Somebody who answers for a department.</summary>
public sealed class DepartmentOfficer
{
    DepartmentOfficer() { }

    internal DepartmentOfficer(Guid departmentId, Guid personId) => (DepartmentId, PersonId) = (departmentId, personId);

    public Guid DepartmentId { get; private set; }
    public Guid PersonId { get; private set; }
}

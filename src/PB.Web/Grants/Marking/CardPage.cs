using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;

namespace PB.Web.Grants.Marking;

/// <summary>A member's own card for one application.</summary>
/// <param name="Card">Null where it is not begun.</param>
public sealed record CardPage(CallVisit Visit, Application Application, Card? Card)
{
    public IReadOnlyList<Criterion> Criteria => [.. Visit.Call.Criteria.OrderBy(criterion => criterion.Number)];

    public string Reference => Application.Ref!;

    public bool IsHandedIn => Card?.HandedInAt is not null;

    public bool MayChange => !IsHandedIn && !Visit.IsClosed;

    public Mark? MarkOf(Criterion criterion) => Card?.Marks.SingleOrDefault(mark => mark.CriterionId == criterion.Id);

    /// <summary>The first criterion without an answer; null when all have one.</summary>
    public Criterion? Next => Criteria.FirstOrDefault(criterion => MarkOf(criterion) is null);
}

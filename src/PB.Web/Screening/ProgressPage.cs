using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.Look;

namespace PB.Web.Screening;

public sealed record ProgressPage
{
    public const int PerPage = 50;

    public required Round Round { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required ProgressQuery Query { get; init; }
    public required DateTimeOffset PublicationAt { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }
    public required IReadOnlyList<ProgressLine> Lines { get; init; }
    public required IReadOnlyDictionary<Progress, int> Figures { get; init; }
    public required int Late { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
    public required IReadOnlyList<Choice> Departments { get; init; }

    /// <summary>The answers for which their department has no second officer, and on which this person may say the second word.</summary>
    public IReadOnlyList<Waiting> WithoutSecond { get; init; } = [];

    public bool MayAssign => Round.IsBeforeVoting(Now);

    public int FigureOf(Progress progress) => Figures.GetValueOrDefault(progress);

    public static async Task<ProgressPage> ReadAsync(
        PbContext db, (Round Round, ScreeningPlan Plan) of, ProgressQuery query, DateTimeOffset now, CancellationToken cancel)
    {
        var all = await ProgressLine.ReadAsync(db, of.Round.Id, cancel);
        var found = all.FindAll(line => (query.State is null || line.At(now) == query.State) && Matches(line, query.Search));
        var pages = Math.Max(1, (found.Count + PerPage - 1) / PerPage);
        var page = Math.Clamp(query.Page, 1, pages);
        return new ProgressPage
        {
            Round = of.Round,
            Now = now,
            Query = query,
            PublicationAt = of.Plan.PublicationOf(of.Round),
            PublishedAt = of.Plan.PublishedAt,
            Lines = [.. found.Skip((page - 1) * PerPage).Take(PerPage)],
            Figures = all.CountBy(line => line.At(now)).ToDictionary(),
            Late = all.Sum(line => line.LateAt(now)),
            Page = page,
            Pages = pages,
            Departments = [.. (await db.Departments.OrderBy(d => d.Name).Select(d => new { d.Id, d.Name }).ToListAsync(cancel)).Select(d => new Choice($"{d.Id}", d.Name))],
        };
    }

    public static async Task<IReadOnlyList<Waiting>> WithoutSecondAsync(PbContext db, Guid round, Guid person, CancellationToken cancel) => await (
        from assignment in db.AssignmentsWithoutSecond(person)
        join proposal in db.Proposals on assignment.ProposalId equals proposal.Id
        where proposal.RoundId == round && proposal.WithdrawnAt == null && !db.ScreeningDecisions.Any(decision => decision.ProposalId == proposal.Id)
        join department in db.Departments on assignment.DepartmentId equals department.Id
        orderby proposal.Number, department.Name
        select new Waiting(assignment.Id, proposal.Number!.Value, proposal.Title, department.Name)).ToListAsync(cancel);

    public sealed record Waiting(Guid Assignment, int Number, string Title, string Department);

    static bool Matches(ProgressLine line, string? search) =>
        string.IsNullOrWhiteSpace(search) || line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == search.Trim()
        || new[] { line.Title, line.Place }.Concat(line.Parts.Select(part => part.Department)).Any(text => text.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase));
}

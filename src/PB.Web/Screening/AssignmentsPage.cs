using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Screening;
using PB.Web.Look;

namespace PB.Web.Screening;

/// <summary>What lies before an officer's departments, over all rounds: what is due first comes first.</summary>
public sealed record AssignmentsPage(QueueQuery Query, DateTimeOffset Now)
{
    public const int PerPage = 30;

    public required IReadOnlyList<Line> Lines { get; init; }
    public required int Found { get; init; }
    public required int Page { get; init; }
    public required IReadOnlyList<Choice> Departments { get; init; }

    public int Pages => Math.Max(1, (Found + PerPage - 1) / PerPage);

    public static async Task<AssignmentsPage> ReadAsync(PbContext db, Guid officer, QueueQuery query, DateTimeOffset now, CancellationToken cancel)
    {
        var found = Those(Lined(db, db.AssignmentsOf(officer).StillOpen(db, now)), query, officer, now);
        var count = await found.CountAsync(cancel);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + PerPage - 1) / PerPage));
        return new AssignmentsPage(query, now)
        {
            Found = count,
            Page = page,
            Lines = await found.OrderBy(line => line.DueAt).ThenBy(line => line.Number).ThenBy(line => line.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancel),
            Departments = [.. (await db.Departments.Where(d => d.Officers.Any(o => o.PersonId == officer)).OrderBy(d => d.Name)
                .Select(d => new { d.Slug, d.Name }).ToListAsync(cancel)).Select(d => new Choice(d.Slug, d.Name))],
        };
    }

    static IQueryable<Line> Lined(PbContext db, IQueryable<Assignment> assignments) =>
        from assignment in assignments
        join proposal in db.Proposals on assignment.ProposalId equals proposal.Id
        join round in db.Rounds on proposal.RoundId equals round.Id
        join department in db.Departments on assignment.DepartmentId equals department.Id
        select new Line
        {
            Id = assignment.Id,
            Number = proposal.Number!.Value,
            Title = proposal.Title,
            Place = proposal.Place,
            Round = round.Title,
            TimeZone = round.TimeZone,
            Department = department.Name,
            DepartmentSlug = department.Slug,
            DueAt = assignment.DueAt,
            AnsweredBy = assignment.AnsweredBy,
        };

    static IQueryable<Line> Those(IQueryable<Line> lines, QueueQuery query, Guid officer, DateTimeOffset now)
    {
        lines = query.Show switch
        {
            QueueShow.All => lines,
            QueueShow.ToAnswer => lines.Where(line => line.AnsweredBy == null),
            QueueShow.ToAccept => lines.Where(line => line.AnsweredBy != null && line.AnsweredBy != officer),
            QueueShow.Late => lines.Where(line => line.DueAt <= now),
        };
        if (!string.IsNullOrEmpty(query.Department))
            lines = lines.Where(line => line.DepartmentSlug == query.Department);
        if (string.IsNullOrWhiteSpace(query.Search))
            return lines;
        var number = int.TryParse(query.Search, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var pattern = $"%{Regex.Replace(query.Search.Trim(), @"[\\%_]", @"\$0")}%";
        return lines.Where(line => line.Number == number
            || EF.Functions.ILike(line.Title, pattern) || EF.Functions.ILike(line.Place, pattern) || EF.Functions.ILike(line.Round, pattern));
    }

    public sealed record Line
    {
        public required Guid Id { get; init; }
        public required int Number { get; init; }
        public required string Title { get; init; }
        public required string Place { get; init; }
        public required string Round { get; init; }
        public required string TimeZone { get; init; }
        public required string Department { get; init; }
        public required string DepartmentSlug { get; init; }
        public required DateTimeOffset DueAt { get; init; }
        public required Guid? AnsweredBy { get; init; }
    }
}

/// <summary>What is asked of the queue.</summary>
public sealed record QueueQuery(QueueShow Show, string? Department, string? Search, int Page = 1);

public enum QueueShow
{
    All,
    ToAnswer,
    ToAccept,
    Late,
}

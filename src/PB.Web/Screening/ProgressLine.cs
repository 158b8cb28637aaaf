using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Screening;

namespace PB.Web.Screening;

/// <summary>How far the check of one proposal is.</summary>
public sealed record ProgressLine(Guid Id, int Number, string Title, string Place)
{
    public IReadOnlyList<Part> Parts { get; init; } = [];
    public required DateTimeOffset? MendUntil { get; init; }
    public required DateTimeOffset? MendedAt { get; init; }
    public required bool? Decided { get; init; }
    public required bool Appealed { get; init; }

    public int Accepted => Parts.Count(part => part.IsAccepted);

    public int LateAt(DateTimeOffset now) => Parts.Count(part => !part.IsAccepted && part.DueAt <= now);

    public Progress At(DateTimeOffset now) => this switch
    {
        { Appealed: true } => Progress.Appealed,
        { Decided: not null } => Progress.Decided,
        { Parts.Count: 0 } => Progress.NotAssigned,
        _ when Accepted < Parts.Count => Progress.WithDepartments,
        { MendedAt: null } when now < MendUntil && !Parts.Any(part => part.Failed) => Progress.BeingMended,
        _ => Progress.Ready,
    };

    public static async Task<List<ProgressLine>> ReadAsync(PbContext db, Guid roundId, CancellationToken cancel)
    {
        var parts = (await PartsAsync(db, roundId, cancel)).ToLookup(part => part.Proposal);
        var lines = await (
            from proposal in db.ToBeChecked(roundId)
            join mending in db.Mendings on proposal.Id equals mending.ProposalId into mendings
            from mending in mendings.DefaultIfEmpty()
            orderby proposal.Number
            select new ProgressLine(proposal.Id, proposal.Number!.Value, proposal.Title, proposal.Place)
            {
                MendUntil = mending.Until,
                MendedAt = mending.MendedAt,
                Decided = db.ScreeningDecisions.Where(d => d.ProposalId == proposal.Id).OrderByDescending(d => d.DecidedAt).Select(d => (bool?)d.Eligible).FirstOrDefault(),
                Appealed = db.Appeals.Any(a => a.ProposalId == proposal.Id && a.MadeAt != null && a.AnsweredAt == null),
            }).ToListAsync(cancel);
        return lines.ConvertAll(line => line with { Parts = [.. parts[line.Id]] });
    }

    static Task<List<Part>> PartsAsync(PbContext db, Guid roundId, CancellationToken cancel) => (
        from assignment in db.Assignments
        where assignment.EndedAt == null && db.Proposals.Any(p => p.Id == assignment.ProposalId && p.RoundId == roundId)
        join department in db.Departments on assignment.DepartmentId equals department.Id
        orderby department.Name
        select new Part(assignment.ProposalId, department.Name, assignment.DueAt, assignment.AcceptedAt != null)
        {
            Failed = assignment.Answers.Any(answer => answer.Answer == CheckAnswer.Fail),
        }).ToListAsync(cancel);

    /// <summary>What one department has done so far.</summary>
    public sealed record Part(Guid Proposal, string Department, DateTimeOffset DueAt, bool IsAccepted)
    {
        public required bool Failed { get; init; }
    }
}

/// <summary>Where the check of a proposal stands, as staff see it.</summary>
public enum Progress
{
    NotAssigned,
    WithDepartments,
    BeingMended,

    /// <summary>Its decision follows from the answers, and waits for the moment at which all are published.</summary>
    Ready,
    Decided,
    Appealed,
}

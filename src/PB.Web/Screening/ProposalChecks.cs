using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;

namespace PB.Web.Screening;

/// <summary>Everything about the check of one proposal, for those who look after the round.</summary>
public sealed record ProposalChecks(Round Round, Proposal Proposal)
{
    public required IReadOnlyList<Part> Parts { get; init; }
    public required IReadOnlyList<Stake> Interests { get; init; }
    public required Mending? Mending { get; init; }

    public static async Task<ProposalChecks?> ReadAsync(PbContext db, Round round, int number, CancellationToken cancel)
    {
        if (await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id && p.Number == number, cancel) is not { } proposal)
            return null;
        return new ProposalChecks(round, proposal)
        {
            Parts = await (from assignment in db.Assignments
                           where assignment.ProposalId == proposal.Id
                           join department in db.Departments on assignment.DepartmentId equals department.Id
                           orderby assignment.AssignedAt, department.Name
                           select new Part(department.Name, assignment.DueAt, assignment.AcceptedAt, assignment.EndedAt, assignment.Estimate)
                           {
                               Steps = assignment.Steps.OrderBy(step => step.At)
                                   .Join(db.Users, step => step.PersonId, person => person.Id, (step, person) => new StepLine(step.Kind, person.Name, step.Text, step.At)).ToList(),
                           }).ToListAsync(cancel),
            Interests = await (from interest in db.Interests
                               where interest.ProposalId == proposal.Id
                               join person in db.Users on interest.PersonId equals person.Id
                               orderby interest.DeclaredAt
                               select new Stake(person.Name, interest.Reason, interest.DeclaredAt)).ToListAsync(cancel),
            Mending = await db.Mendings.AsNoTracking().SingleOrDefaultAsync(mending => mending.ProposalId == proposal.Id, cancel),
        };
    }

    public sealed record Part(string Department, DateTimeOffset DueAt, DateTimeOffset? AcceptedAt, DateTimeOffset? EndedAt, Money? Estimate)
    {
        public required IReadOnlyList<StepLine> Steps { get; init; }
    }

    public sealed record Stake(string Officer, string Reason, DateTimeOffset At);
}

public sealed record StepLine(AssignmentStepKind Kind, string By, string Text, DateTimeOffset At);

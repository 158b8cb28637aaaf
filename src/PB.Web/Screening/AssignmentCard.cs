using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;

namespace PB.Web.Screening;

/// <summary>One proposal before an officer, with all that is needed to answer for the department.</summary>
public sealed record AssignmentCard(Assignment Assignment, Proposal Proposal, Round Round)
{
    public required string Department { get; init; }
    public required Guid Officer { get; init; }
    public required bool IsOpen { get; init; }
    public required IReadOnlyList<ChecklistQuestion> Questions { get; init; }
    public required IReadOnlyList<StepLine> Steps { get; init; }
    public required IReadOnlyList<string> PhotoAlts { get; init; }
    public required Mending? Mending { get; init; }

    public bool MayAnswer => IsOpen && Assignment.AcceptedAt is null;

    public bool MayAccept => MayAnswer && Assignment.AnsweredBy is { } by && by != Officer;

    /// <summary>A proposer is asked once: after that it is a yes or a no.</summary>
    public bool Allows(ChecklistQuestion question, CheckAnswer answer) => question.Allows(answer) && (answer is not CheckAnswer.Mendable || Mending is null);

    public static Task<AssignmentCard?> ReadAsync(PbContext db, Guid id, Guid officer, DateTimeOffset now, CancellationToken cancel) =>
        ReadAsync(db, db.AssignmentsOf(officer).Where(assignment => assignment.Id == id), officer, now, cancel);

    /// <summary>For somebody who looks after the round, where the department has no second officer.</summary>
    public static Task<AssignmentCard?> ReadForSecondAsync(PbContext db, Guid id, Guid person, DateTimeOffset now, CancellationToken cancel) =>
        ReadAsync(db, db.AssignmentsWithoutSecond(person).Where(assignment => assignment.Id == id), person, now, cancel);

    static async Task<AssignmentCard?> ReadAsync(PbContext db, IQueryable<Assignment> one, Guid officer, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await (
            from assignment in one.AsNoTracking().Include(a => a.Answers)
            join department in db.Departments on assignment.DepartmentId equals department.Id
            join proposal in db.Proposals.AsNoTracking() on assignment.ProposalId equals proposal.Id
            join round in db.Rounds.AsNoTracking() on proposal.RoundId equals round.Id
            join plan in db.ScreeningPlans on round.Id equals plan.RoundId
            select new { assignment, department.Name, proposal, round, plan.ChecklistId, Decided = db.ScreeningDecisions.Any(d => d.ProposalId == proposal.Id) })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : new AssignmentCard(found.assignment, found.proposal, found.round)
        {
            Department = found.Name,
            Officer = officer,
            IsOpen = !found.Decided && found.proposal.WithdrawnAt is null && found.round.IsBeforeVoting(now),
            Questions = await db.ChecklistQuestions.AsNoTracking().Where(q => q.ChecklistId == found.ChecklistId).OrderBy(q => q.Position).ToListAsync(cancel),
            Steps = await StepsAsync(db, found.assignment.Id, cancel),
            PhotoAlts = await db.ProposalPhotos.Where(p => p.ProposalId == found.proposal.Id).OrderBy(p => p.Id).Select(p => p.AltText).ToListAsync(cancel),
            Mending = await db.Mendings.AsNoTracking().SingleOrDefaultAsync(m => m.ProposalId == found.proposal.Id, cancel),
        };
    }

    static Task<List<StepLine>> StepsAsync(PbContext db, Guid id, CancellationToken cancel) => (
        from step in db.Set<AssignmentStep>()
        where step.AssignmentId == id
        join person in db.Users on step.PersonId equals person.Id
        orderby step.At
        select new StepLine(step.Kind, person.Name, step.Text, step.At)).ToListAsync(cancel);
}

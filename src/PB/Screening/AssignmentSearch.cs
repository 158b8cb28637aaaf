using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.People;

namespace PB.Screening;

/// <summary>Finds what departments have in their hands.</summary>
public static class AssignmentSearch
{
    /// <summary>The assignments that an officer may see: of their departments, and none of a proposal in which they have an interest.</summary>
    public static IQueryable<Assignment> AssignmentsOf(this PbContext db, Guid officer) =>
        db.Assignments.Where(assignment => assignment.EndedAt == null
            && db.DepartmentOfficers.Any(o => o.DepartmentId == assignment.DepartmentId && o.PersonId == officer)
            && !db.Interests.Any(interest => interest.ProposalId == assignment.ProposalId && interest.PersonId == officer)
            && !db.Proposals.Any(proposal => proposal.Id == assignment.ProposalId && proposal.ProposerId == officer));

    /// <summary>The answers that wait for a second word and have no other officer of their department to say it; for somebody who looks after the round and had no part in them.</summary>
    public static IQueryable<Assignment> AssignmentsWithoutSecond(this PbContext db, Guid person) =>
        db.Assignments.Where(assignment => assignment.EndedAt == null && assignment.AcceptedAt == null && assignment.AnsweredBy != null
            && !db.DepartmentOfficers.Any(o => o.DepartmentId == assignment.DepartmentId && o.PersonId != assignment.AnsweredBy && db.InRole(Role.Reviewer).Contains(o.PersonId)
                && !db.Interests.Any(interest => interest.ProposalId == assignment.ProposalId && interest.PersonId == o.PersonId)
                && !db.Proposals.Any(proposal => proposal.Id == assignment.ProposalId && proposal.ProposerId == o.PersonId))
            && !db.Assignments.Any(other => other.ProposalId == assignment.ProposalId && other.EndedAt == null && other.AnsweredBy == person)
            && !db.Interests.Any(interest => interest.ProposalId == assignment.ProposalId && interest.PersonId == person)
            && !db.Proposals.Any(proposal => proposal.Id == assignment.ProposalId && proposal.ProposerId == person));

    /// <summary>What waits for an answer or for a second officer, in rounds whose voting has not opened.</summary>
    public static IQueryable<Assignment> StillOpen(this IQueryable<Assignment> assignments, PbContext db, DateTimeOffset now) =>
        assignments.Where(assignment => assignment.EndedAt == null && assignment.AcceptedAt == null
            && db.Proposals.Any(proposal => proposal.Id == assignment.ProposalId && proposal.WithdrawnAt == null
                && db.Rounds.Any(round => round.Id == proposal.RoundId && round.CancelledAt == null && round.Calendar.VotingFrom > now)));

    /// <summary>The published conditions that the checklist of a round tests; none where the round has no checklist.</summary>
    public static async Task<IReadOnlyList<string>> ConditionsOfAsync(this PbContext db, Guid roundId, CancellationToken cancel) =>
        await (from plan in db.ScreeningPlans
               where plan.RoundId == roundId
               join question in db.ChecklistQuestions on plan.ChecklistId equals question.ChecklistId
               orderby question.Position
               select question.Condition).ToListAsync(cancel);

    /// <summary>All that is known about some proposals of a round, in the order of their ids.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Findings>> FindingsAsync(
        this PbContext db, Guid checklist, IReadOnlyCollection<Guid> proposals, CancellationToken cancel)
    {
        var questions = await db.ChecklistQuestions.AsNoTracking().Where(q => q.ChecklistId == checklist).OrderBy(q => q.Position).ToListAsync(cancel);
        var mendings = await db.Mendings.AsNoTracking().Where(m => proposals.Contains(m.ProposalId)).ToDictionaryAsync(m => m.ProposalId, cancel);
        var assignments = await db.Assignments.AsNoTracking().Include(a => a.Answers)
            .Where(a => a.EndedAt == null && proposals.Contains(a.ProposalId)).OrderBy(a => a.AssignedAt).ThenBy(a => a.Id).ToListAsync(cancel);
        var byProposal = assignments.ToLookup(a => a.ProposalId);
        return proposals.ToDictionary(id => id, id => new Findings([.. byProposal[id]], questions, mendings.GetValueOrDefault(id)));
    }
}

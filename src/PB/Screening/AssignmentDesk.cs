using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;
using PB.Tally;

namespace PB.Screening;

/// <summary>Takes what officers do with an assignment: answer, accept, send back, forward, return, note.</summary>
public sealed class AssignmentDesk(PbContext db, MendingDesk mendings, TimeProvider clock)
{
    /// <param name="seen">When the answers were given that the officer saw; null when there were none.</param>
    public Task<AssignmentRefusal?> AnswerAsync(Guid id, Guid officer, DepartmentAnswer answer, DateTimeOffset? seen, CancellationToken cancel) =>
        ChangeAsync(id, officer, "Answered the checks of a proposal", act =>
        {
            if (act.Assignment.AcceptedAt is not null || act.Assignment.AnsweredAt != seen)
                return Task.FromResult<AssignmentRefusal?>(AssignmentRefusal.ChangedMeanwhile);
            act.Assignment.Answer(officer, answer.Answers.Select(a => (a.Key, a.Value)), answer.Estimate, act.Now);
            return Task.FromResult<AssignmentRefusal?>(null);
        }, cancel);

    public Task<AssignmentRefusal?> AcceptAsync(Guid id, Guid officer, DateTimeOffset? seen, CancellationToken cancel) =>
        ChangeAsync(id, officer, "Accepted a department’s answers", async act =>
        {
            if (WhyNotJudged(act.Assignment, officer, seen) is { } refusal)
                return refusal;
            act.Assignment.Accept(officer, act.Now);
            await db.SaveChangesAsync(cancel);
            await mendings.AskAsync(act.Assignment.ProposalId, act.Round, act.Now, cancel);
            return null;
        }, cancel);

    public Task<AssignmentRefusal?> SendBackAsync(Guid id, Guid officer, DateTimeOffset? seen, string reason, CancellationToken cancel) =>
        ChangeAsync(id, officer, "Sent a department’s answers back", act =>
        {
            if (WhyNotJudged(act.Assignment, officer, seen) is { } refusal)
                return Task.FromResult<AssignmentRefusal?>(refusal);
            act.Assignment.Reopen(act.Assignment.DueAt);
            act.Assignment.Note(AssignmentStepKind.SentBack, officer, reason, act.Now);
            return Task.FromResult<AssignmentRefusal?>(null);
        }, cancel);

    /// <param name="to">The department that gets it; null where it goes back to whoever assigned it.</param>
    public Task<AssignmentRefusal?> PassOnAsync(Guid id, Guid officer, Guid? to, string reason, CancellationToken cancel) =>
        ChangeAsync(id, officer, to is null ? "Returned a proposal that was assigned" : "Forwarded a proposal to another department", async act =>
        {
            if (act.Assignment.AcceptedAt is not null)
                return AssignmentRefusal.ChangedMeanwhile;
            if (await db.Assignments.AnyAsync(a => a.ProposalId == act.Assignment.ProposalId && a.DepartmentId == to && a.EndedAt == null, cancel))
                return AssignmentRefusal.HasItAlready;
            act.Assignment.End(to is null ? AssignmentStepKind.Returned : AssignmentStepKind.Forwarded, officer, reason, act.Now);
            if (to is { } department)
                db.Assignments.Add(Dispatch.Begin(act.Assignment.ProposalId, department, act.Assignment.DueAt, officer, act.Now));
            return null;
        }, cancel);

    public Task<AssignmentRefusal?> NoteAsync(Guid id, Guid officer, string text, CancellationToken cancel) =>
        ChangeAsync(id, officer, "Noted something about a proposal, for officers", act =>
        {
            act.Assignment.Note(AssignmentStepKind.Note, officer, text, act.Now);
            return Task.FromResult<AssignmentRefusal?>(null);
        }, cancel);

    static AssignmentRefusal? WhyNotJudged(Assignment assignment, Guid officer, DateTimeOffset? seen) =>
        assignment.AnsweredAt is null ? AssignmentRefusal.NotAnswered
        : assignment.AcceptedAt is not null || assignment.AnsweredAt != seen ? AssignmentRefusal.ChangedMeanwhile
        : assignment.AnsweredBy == officer ? AssignmentRefusal.OwnAnswer
        : null;

    async Task<AssignmentRefusal?> ChangeAsync(Guid id, Guid officer, string what, Func<Act, Task<AssignmentRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var proposal = await db.Assignments.Where(a => a.Id == id).Select(a => a.ProposalId).SingleAsync(cancel);
        var round = await db.LockedRoundOfAsync(proposal, cancel);
        var now = clock.GetUtcNow();
        if (await Within(officer).Include(a => a.Answers).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } assignment
            || await db.ScreeningDecisions.AnyAsync(d => d.ProposalId == proposal, cancel))
            return AssignmentRefusal.NotThereAnyMore;
        if (!round.IsBeforeVoting(now))
            return AssignmentRefusal.VotingHasOpened;
        if (await change(new Act(assignment, round, now)) is { } refusal)
            return refusal;

        var number = await db.Proposals.Where(p => p.Id == proposal).Select(p => p.Number).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(officer, what, $"rounds/{round.Slug}/proposals/{number}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    // Who may only say the second word is kept from answering by the pages, and by the database.
    IQueryable<Assignment> Within(Guid officer) => db.Assignments.Where(assignment =>
        db.AssignmentsOf(officer).Any(own => own.Id == assignment.Id) || db.AssignmentsWithoutSecond(officer).Any(own => own.Id == assignment.Id));

    sealed record Act(Assignment Assignment, Round Round, DateTimeOffset Now);
}

/// <summary>What a department answers: to each question, and what it thinks that the proposal costs.</summary>
public sealed record DepartmentAnswer(IReadOnlyDictionary<Guid, CheckAnswer> Answers, Money? Estimate);

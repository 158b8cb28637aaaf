using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;
using PB.Tally;

namespace PB.Screening;

/// <summary>Takes appeals in, and the answers of those who had no part in the refusal.</summary>
public sealed class AppealDesk(PbContext db, AppealJudges judges, ScreeningLetters letters, TimeProvider clock)
{
    /// <returns>False where it is too late, or made already.</returns>
    public async Task<bool> MakeAsync(Guid decisionId, string reason, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (appeal, round, now) = await LockedAsync(decisionId, cancel);
        if (!appeal.IsOpenAt(now) || !round.IsBeforeVoting(now) || await db.IsReplacedAsync(appeal, cancel))
            return false;
        var plan = await db.ScreeningPlans.AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id, cancel) ?? ScreeningPlan.WithoutDepartments(round.Id);
        var due = now.AddDays(plan.Times.AppealAnswerDays);
        appeal.Make(reason, due < round.Calendar.VotingFrom ? due : round.Calendar.VotingFrom!.Value, now);
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == appeal.ProposalId, cancel);
        db.Journal.Add(new JournalEntry(proposal.ProposerId, "Appealed a decision on a proposal", $"rounds/{round.Slug}/proposals/{proposal.Number}", reason, now));
        await db.SaveChangesAsync(cancel);
        await TurnAsync(appeal, proposal, round, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public async Task<AppealRefusal?> AnswerAsync(Guid decisionId, Guid officer, AppealAnswer answer, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (appeal, round, now) = await LockedAsync(decisionId, cancel);
        if (appeal is { MadeAt: null } or { AnsweredAt: not null })
            return AppealRefusal.AnsweredMeanwhile;
        if (!round.IsBeforeVoting(now))
            return AppealRefusal.VotingHasOpened;
        if (!await judges.MayAnswerAsync(decisionId, officer, cancel))
            return AppealRefusal.NotSomebodyElse;

        appeal.Answer(officer, answer.Granted, now);
        await db.SaveChangesAsync(cancel);
        await WriteAsync(appeal, round, (officer, answer), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    // An appeal that no officer can answer never waits unseen.
    async Task TurnAsync(Appeal appeal, Proposal proposal, Round round, CancellationToken cancel)
    {
        var (anybody, told) = await judges.TurnToAsync(appeal, cancel);
        foreach (var address in await db.Users.Where(person => told.Contains(person.Id) && person.Email != null).Select(person => person.Email!).ToListAsync(cancel))
            db.Messages.Add(letters.Turned(round, proposal, appeal, (address, anybody)));
    }

    async Task WriteAsync(Appeal appeal, Round round, (Guid Officer, AppealAnswer Answer) given, CancellationToken cancel)
    {
        var (officer, (granted, reason, nextStep)) = given;
        var refusal = await db.ScreeningDecisions.AsNoTracking().SingleAsync(d => d.Id == appeal.DecisionId, cancel);
        var decision = new ScreeningDecision(appeal.ProposalId, officer, new ScreeningAnswer(granted, granted ? null : refusal.CriterionId, reason, nextStep), appeal.AnsweredAt!.Value);
        db.ScreeningDecisions.Add(decision);
        var proposal = await db.Proposals.SingleAsync(p => p.Id == appeal.ProposalId, cancel);
        var estimates = await db.Assignments.Where(a => a.ProposalId == proposal.Id && a.EndedAt == null && a.Estimate != null).Select(a => a.Estimate!.Value).ToListAsync(cancel);
        if (granted && estimates.Count > 0)
            proposal.SetPrice(new Money(estimates.Sum(estimate => estimate.MinorUnits)));
        db.Journal.Add(new JournalEntry(officer, granted ? "Granted an appeal: the proposal goes on the ballot" : "Turned an appeal down",
            $"rounds/{round.Slug}/proposals/{proposal.Number}", reason, decision.DecidedAt));
        var criterion = await db.Set<Criterion>().Where(c => c.Id == decision.CriterionId).Select(c => c.Text).SingleOrDefaultAsync(cancel);
        if (await db.AddressOfAsync(proposal, cancel) is { } address)
            db.Messages.Add(letters.Decision(round, proposal, decision, criterion, address));
    }

    async Task<(Appeal, Round, DateTimeOffset)> LockedAsync(Guid decisionId, CancellationToken cancel)
    {
        var proposal = await db.Appeals.Where(a => a.DecisionId == decisionId).Select(a => a.ProposalId).SingleAsync(cancel);
        var round = await db.LockedRoundOfAsync(proposal, cancel);
        return (await db.Appeals.SingleAsync(a => a.DecisionId == decisionId, cancel), round, clock.GetUtcNow());
    }
}

/// <summary>How an appeal is answered, in words that everybody can read.</summary>
public sealed record AppealAnswer(bool Granted, string Reason, string NextStep);

/// <summary>Why an answer to an appeal is not taken.</summary>
public enum AppealRefusal
{
    AnsweredMeanwhile,
    VotingHasOpened,

    /// <summary>This officer had a part in the refusal, or has an interest.</summary>
    NotSomebodyElse,
}

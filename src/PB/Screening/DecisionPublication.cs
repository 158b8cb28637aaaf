using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

/// <summary>Publishes what follows from the departments' answers: all decisions of a round at one moment, each with its letter.</summary>
public sealed class DecisionPublication(PbContext db, DecisionWords words, ScreeningLetters letters, TimeProvider clock)
{
    /// <summary>Publishes every decision that is ready. One that is late comes out as soon as it is.</summary>
    /// <param name="roundId">A round with a plan.</param>
    /// <param name="by">Who asked for it; null when the clock did.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>How many came out.</returns>
    public async Task<int> PublishAsync(Guid roundId, Guid? by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from rounds where id = {roundId} for no key update", cancel);
        var now = clock.GetUtcNow();
        var round = await db.Rounds.AsNoTracking().Include(r => r.Criteria).SingleAsync(r => r.Id == roundId, cancel);
        if (!round.IsBeforeVoting(now))
            return 0;
        var plan = await db.ScreeningPlans.SingleAsync(p => p.RoundId == roundId, cancel);
        var ready = await ReadyAsync(plan, now, cancel);
        if (ready.Count == 0)
            return 0;

        var addresses = await db.AddressesOfAsync([.. ready.Select(r => r.Proposal.Id)], cancel);
        foreach (var (proposal, findings) in ready)
            Decide(new DecidedRound(round, plan, now), proposal, findings, addresses.GetValueOrDefault(proposal.Id));
        plan.Publish(now);
        db.Journal.Add(new JournalEntry(by, $"Published decisions on proposals: {ready.Count}", $"rounds/{round.Slug}", by is null ? "The time for it had come." : "By hand.", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ready.Count;
    }

    async Task<IReadOnlyList<(Proposal Proposal, Findings Findings)>> ReadyAsync(ScreeningPlan plan, DateTimeOffset now, CancellationToken cancel)
    {
        var undecided = await db.ToBeChecked(plan.RoundId)
            .Where(p => !db.ScreeningDecisions.Any(d => d.ProposalId == p.Id) && db.Assignments.Any(a => a.ProposalId == p.Id && a.EndedAt == null))
            .OrderBy(p => p.Number).ToListAsync(cancel);
        var findings = await db.FindingsAsync(plan.ChecklistId, undecided.ConvertAll(p => p.Id), cancel);
        return [.. from proposal in undecided
                   let found = findings[proposal.Id]
                   where found.At(now) is Finding.Passes or Finding.Fails
                   select (proposal, found)];
    }

    void Decide(DecidedRound at, Proposal proposal, Findings findings, string? address)
    {
        var answer = words.Answer(at, findings);
        var decision = new ScreeningDecision(proposal.Id, findings.Assignments[^1].AcceptedBy!.Value, answer, at.Now);
        db.ScreeningDecisions.Add(decision);
        if (answer.Eligible && findings.Price is { } price)
            proposal.SetPrice(price);
        var offer = answer.Eligible ? null : new AppealOffer(DraftKey.New(), at.Plan.AppealUntil(at.Round, at.Now));
        if (offer is not null)
            db.Appeals.Add(new Appeal(decision, offer.Until, DraftKey.HashOf(offer.Key)));
        if (address is not null)
            db.Messages.Add(letters.Decision(at.Round, proposal, decision, at.ConditionOf(answer.CriterionId), address, offer));
    }
}

/// <summary>A round at the moment at which its decisions come out.</summary>
public sealed record DecidedRound(Round Round, ScreeningPlan Plan, DateTimeOffset Now)
{
    public Criterion CriterionOf(ChecklistQuestion question) => Round.Criteria.First(criterion => criterion.Text == question.Condition);

    public string? ConditionOf(Guid? criterion) => Round.Criteria.SingleOrDefault(c => c.Id == criterion)?.Text;
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;
using PB.Tally;

namespace PB.Screening;

/// <summary>Takes an officer's decision on a proposal, sets its price, and writes to the proposer.</summary>
public sealed class ScreeningDesk(PbContext db, ScreeningLetters letters, TimeProvider clock)
{
    /// <param name="lookedAt">The last decision that the officer saw; null when there was none.</param>
    public async Task<ScreeningRefusal?> DecideAsync(
        Guid proposalId, Guid officerId, ScreeningOrder order, Guid? lookedAt, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var round = await db.LockedRoundOfAsync(proposalId, cancel);
        var now = clock.GetUtcNow();
        var proposal = await db.Proposals.SingleAsync(p => p.Id == proposalId, cancel);
        var last = await db.ScreeningDecisions.AsNoTracking().Where(d => d.ProposalId == proposalId)
            .OrderByDescending(d => d.DecidedAt).FirstOrDefaultAsync(cancel);
        if (last?.Id != lookedAt && last is not null && last.OfficerId == officerId && last.Says(order.Answer))
            return null; // the same form, sent twice
        if (proposal.WhyNotScreened(round, now) is { } refusal)
            return refusal;
        if (await db.ScreeningPlans.AnyAsync(plan => plan.RoundId == round.Id, cancel))
            return ScreeningRefusal.DepartmentsDecide;
        if (await db.HasOpenAppealAsync(proposalId, cancel))
            return ScreeningRefusal.Appealed;
        if (last?.Id != lookedAt)
            return ScreeningRefusal.DecidedMeanwhile;

        await WriteAsync(proposal, round, new ScreeningDecision(proposalId, officerId, order.Answer, now), order.Price, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The way to an appeal against a single officer's refusal.</summary>
    public static AppealOffer? OfferOf(Round round, ScreeningDecision decision) => decision.Eligible ? null
        : new AppealOffer(DraftKey.New(), ScreeningPlan.WithoutDepartments(round.Id).AppealUntil(round, decision.DecidedAt));

    async Task WriteAsync(Proposal proposal, Round round, ScreeningDecision decision, Money? price, CancellationToken cancel)
    {
        if (decision.Eligible && price is not null)
            proposal.SetPrice(price.Value);
        db.ScreeningDecisions.Add(decision);
        db.Journal.Add(new JournalEntry(decision.OfficerId,
            decision.Eligible ? "Put a proposal on the ballot" : "Kept a proposal off the ballot",
            $"rounds/{round.Slug}/proposals/{proposal.Number}", decision.Reason, decision.DecidedAt));

        var criterion = await db.Set<Criterion>().Where(c => c.Id == decision.CriterionId).Select(c => c.Text).SingleOrDefaultAsync(cancel);
        var address = proposal.ProposerEmail
            ?? await db.Users.Where(person => person.Id == proposal.ProposerId).Select(person => person.Email).SingleOrDefaultAsync(cancel);
        var offer = OfferOf(round, decision);
        if (offer is not null)
            db.Appeals.Add(new Appeal(decision, offer.Until, DraftKey.HashOf(offer.Key)));
        if (address is not null)
            db.Messages.Add(letters.Decision(round, proposal, decision, criterion, address, offer));
    }
}

/// <summary>What an officer hands in: the answer, and the price on the ballot where it goes there.</summary>
public sealed record ScreeningOrder(ScreeningAnswer Answer, Money? Price);

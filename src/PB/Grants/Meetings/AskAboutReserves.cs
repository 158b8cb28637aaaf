// Longer than the house allows: a job that asks about the next in line is given the list, the money, the mails and the clock.
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Jobs;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Asks the panel about the next on the reserve list that fits, as soon as there is money for it: an offer lapsed, a group gave some back, the body put more in.</summary>
public sealed class AskAboutReserves(PbContext db, ReserveList reserves, PromisedMoney money, ReserveLetters letters, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var call in await db.Calls.AsNoTracking().Include(one => one.Pots).Where(one => one.PublishedAt != null && one.CancelledAt == null
            && db.Set<Decision>().Any(decision => decision.Outcome == DecisionOutcome.Reserve && db.Applications.Any(own => own.Id == decision.ApplicationId && own.CallId == one.Id))).ToListAsync(cancel))
            await AskAsync(call, cancel);
    }

    async Task AskAsync(Call call, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.calls where id = {call.Id} for no key update", cancel);
        if (await IsUnderWayAsync(call.Id, cancel) || await NextAsync(call, cancel) is not { } next)
            return;
        var now = clock.GetUtcNow();
        var question = new ReserveQuestion(next.Id, now);
        db.Add(question);
        db.Journal.Add(new JournalEntry(null, "Asked the panel about the next on the reserve list", await db.SubjectOfAsync(call.Id, cancel), "", now));
        await letters.AskAsync(call, question, next, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // One at a time: until the answer is no, or the offer has taken the money, nobody else is asked about.
    Task<bool> IsUnderWayAsync(Guid callId, CancellationToken cancel) => (
        from question in db.Set<ReserveQuestion>()
        where question.RejectedAt == null
        join decision in db.StandingDecisions() on question.DecisionId equals decision.Id
        where decision.CommittedAt == null && db.Applications.Any(own => own.Id == decision.ApplicationId && own.CallId == callId && own.WithdrawnAt == null)
        select question).AnyAsync(cancel);

    async Task<Decision?> NextAsync(Call call, CancellationToken cancel)
    {
        var asked = await db.Set<ReserveQuestion>().Select(question => question.DecisionId).ToListAsync(cancel);
        var pots = await money.LeftAsync(call, [], cancel);
        foreach (var place in await reserves.OfAsync(call.Id, [], cancel))
        {
            var application = await db.Applications.AsNoTracking().Include(own => own.Lines).SingleAsync(own => own.Id == place.ApplicationId, cancel);
            var decision = await db.StandingDecisions().AsNoTracking().SingleAsync(one => one.ApplicationId == application.Id, cancel);
            if (!asked.Contains(decision.Id) && PotSplit.Of(pots, application.Reach(), place.Amount).Missing == Tally.Money.Zero)
                return decision;
            if (call.Rules.Allocation is AllocationRule.StrictOrder && !asked.Contains(decision.Id))
                return null;
        }

        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Screening;

/// <summary>Publishes the decisions of every round whose moment for it has come, and late ones as they become ready.</summary>
public sealed class PublishDecisions(PbContext db, DecisionPublication publication, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var plan in await UndecidedAsync(cancel))
            if (plan.At <= clock.GetUtcNow())
            {
                await publication.PublishAsync(plan.RoundId, by: null, cancel);
                db.ChangeTracker.Clear();
            }
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        (await UndecidedAsync(cancel)).Where(plan => plan.IsFirst).Min(plan => (DateTimeOffset?)plan.At);

    async Task<IReadOnlyList<Due>> UndecidedAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return [.. from line in await (
                       from plan in db.ScreeningPlans.AsNoTracking()
                       join round in db.Rounds.AsNoTracking() on plan.RoundId equals round.Id
                       where round.AnnouncedAt != null && round.CancelledAt == null && round.Calendar.VotingFrom > now
                       where db.Proposals.Any(p => p.RoundId == round.Id && p.WithdrawnAt == null
                           && db.Assignments.Any(a => a.ProposalId == p.Id && a.AcceptedAt != null) && !db.ScreeningDecisions.Any(d => d.ProposalId == p.Id))
                       select new { plan, round }).ToListAsync(cancel)
                   select new Due(line.round.Id, line.plan.PublicationOf(line.round), line.plan.PublishedAt is null)];
    }

    sealed record Due(Guid RoundId, DateTimeOffset At, bool IsFirst);
}

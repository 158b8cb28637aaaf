using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>What lies before a reviewing officer: the queue, and one proposal with all that is needed to decide.</summary>
public sealed class ScreeningTable(PbContext db, ProposalShelf shelf, ProposalLife lives)
{
    public DateTimeOffset Now => shelf.Now;

    /// <summary>Every proposal that waits for its first decision, the oldest first.</summary>
    public async Task<IReadOnlyList<QueueLine>> QueueAsync(CancellationToken cancel) => await (
        from proposal in db.Proposals
        where proposal.SubmittedAt != null && proposal.WithdrawnAt == null
            && proposal.Provenance != Provenance.Council && proposal.Provenance != Provenance.Imported && proposal.Provenance != Provenance.Shortlisted
            && !db.ScreeningDecisions.Any(decision => decision.ProposalId == proposal.Id)
            && !db.ScreeningPlans.Any(plan => plan.RoundId == proposal.RoundId)
        join round in db.Rounds on proposal.RoundId equals round.Id
        where round.AnnouncedAt != null && round.CancelledAt == null && round.Calendar.VotingFrom > Now
        orderby proposal.SubmittedAt, proposal.Number
        select new QueueLine(round.Slug, round.Title, proposal.Number!.Value, proposal.Title, proposal.SubmittedAt!.Value)
        {
            DueAt = round.Calendar.VotingFrom!.Value,
            TimeZone = round.TimeZone,
        }).ToListAsync(cancel);

    internal async Task<ScreeningPage?> PageAsync(string slug, int number, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return null;
        if (await lives.ProposalAsync(round.Id, number, cancel) is not { } proposal) return null;
        return new ScreeningPage(round, proposal, await WhyNotAsync(proposal, round, cancel))
        {
            Criteria = await db.Set<Criterion>().AsNoTracking().Where(c => c.RoundId == round.Id).OrderBy(c => c.Position).ToListAsync(cancel),
            Decisions = await lives.DecisionsAsync(proposal.Id, cancel),
            PhotoAlts = await db.ProposalPhotos.Where(p => p.ProposalId == proposal.Id).OrderBy(p => p.Id).Select(p => p.AltText).ToListAsync(cancel),
            LastDecision = await db.ScreeningDecisions.Where(d => d.ProposalId == proposal.Id)
                .OrderByDescending(d => d.DecidedAt).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel),
        };
    }

    async Task<ScreeningRefusal?> WhyNotAsync(Proposal proposal, Round round, CancellationToken cancel) =>
        await db.ScreeningPlans.AnyAsync(plan => plan.RoundId == round.Id, cancel) ? ScreeningRefusal.DepartmentsDecide
        : ScreeningPolicies.WhyMayNotDecide(proposal, round, Now) ?? (await db.HasOpenAppealAsync(proposal.Id, cancel) ? ScreeningRefusal.Appealed : null);
}

public sealed record QueueLine(string Slug, string Round, int Number, string Title, DateTimeOffset SentAt)
{
    public required DateTimeOffset DueAt { get; init; }
    public required string TimeZone { get; init; }
}

sealed record QueuePage(IReadOnlyList<QueueLine> Lines, DateTimeOffset Now);

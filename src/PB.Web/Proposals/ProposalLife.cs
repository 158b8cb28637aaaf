using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Delivery;
using PB.Web.Screening;

namespace PB.Web.Proposals;

/// <summary>Gathers a proposal's whole life for its page.</summary>
public sealed class ProposalLife(PbContext db, ProposalShelf shelf)
{
    public async Task<ProposalPage?> PageAsync(string slug, int number, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return null;
        if (await ProposalAsync(round.Id, number, cancel) is not { } proposal) return null;

        var stand = await shelf.StandAsync(round, cancel);
        var decisions = await DecisionsAsync(proposal.Id, cancel);
        return new ProposalPage
        {
            Round = round,
            Proposal = proposal,
            Standing = stand.Of(number, proposal.WithdrawnAt is not null, Passed(proposal, decisions)),
            VotingHasOpened = stand.VotingHasOpened,
            PhotoAlts = await db.ProposalPhotos.Where(photo => photo.ProposalId == proposal.Id).OrderBy(photo => photo.Id).Select(photo => photo.AltText).ToListAsync(cancel),
            Decisions = decisions,
            Mended = await db.Mendings.AsNoTracking().SingleOrDefaultAsync(mending => mending.ProposalId == proposal.Id && mending.MendedAt != null, cancel),
            Step = stand.Steps?.GetValueOrDefault(number),
            Delivery = await DeliveryAsync(proposal.Id, cancel),
            Map = await MapAsync(round, proposal, cancel),
            IsOwn = ProposalPolicies.IsOwn(proposal, user),
            MayScreen = ScreeningPolicies.MayScreen(user),
        };
    }

    public Task<Proposal?> ProposalAsync(Guid round, int number, CancellationToken cancel) =>
        db.Proposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.RoundId == round && proposal.Number == number, cancel);

    public Task<List<DecisionLine>> DecisionsAsync(Guid proposal, CancellationToken cancel) =>
        (from decision in db.ScreeningDecisions
         where decision.ProposalId == proposal
         join criterion in db.Set<Criterion>() on decision.CriterionId equals criterion.Id into cited
         from criterion in cited.DefaultIfEmpty()
         orderby decision.DecidedAt
         select new DecisionLine(decision.Eligible, criterion.Text, decision.Reason, decision.NextStep, decision.DecidedAt)).ToListAsync(cancel);

    static bool? Passed(Proposal proposal, List<DecisionLine> decisions) =>
        proposal.Provenance is Provenance.Council or Provenance.Imported || decisions.LastOrDefault()?.Eligible is true ? true
        : decisions.Count > 0 ? false : null;

    Task<List<DeliveryLine>> DeliveryAsync(Guid proposal, CancellationToken cancel) =>
        db.DeliveryUpdates.Where(update => update.ProposalId == proposal).OrderBy(update => update.At)
            .Select(update => new DeliveryLine(update.Stage, update.Note, update.Spent, update.At)).ToListAsync(cancel);

    async Task<PlaceMap?> MapAsync(Round round, Proposal proposal, CancellationToken cancel) =>
        proposal is { Latitude: { } latitude, Longitude: { } longitude }
            ? PlaceMap.Of([new MapSpot(proposal.Number!.Value, proposal.Title, latitude, longitude)], await shelf.BoundariesAsync(round.Id, cancel))
            : null;
}

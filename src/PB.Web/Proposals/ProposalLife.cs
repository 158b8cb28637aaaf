using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.Delivery;
using PB.Web.People;

namespace PB.Web.Proposals;

/// <summary>Gathers a proposal's whole life for its page.</summary>
public sealed class ProposalLife(PbContext db, ProposalShelf shelf)
{
    public async Task<ProposalPage?> PageAsync(string slug, int number, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return null;
        if (await db.WholeProposals().AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == round.Id && p.Number == number, cancel) is not { } proposal) return null;

        var stand = await shelf.StandAsync(round, cancel);
        var (decisions, (mended, panel)) = (await DecisionsAsync(proposal.Id, cancel), await MendedAndChosenAsync(proposal.Id, cancel));
        return new ProposalPage
        {
            Round = round,
            Proposal = proposal,
            Standing = WhereItWent(proposal) ?? stand.Of(number, proposal.WithdrawnAt is not null, panel is { Chosen: false } ? false : Passed(proposal, decisions)),
            Kin = (await ProposalKin.ReadAsync(db, proposal, cancel)) with { Panel = panel },
            VotingHasOpened = stand.VotingHasOpened,
            PhotoAlts = await db.ProposalPhotos.Where(photo => photo.ProposalId == proposal.Id).OrderBy(photo => photo.Id).Select(photo => photo.AltText).ToListAsync(cancel),
            Decisions = decisions,
            Mended = mended,
            Step = stand.Steps?.GetValueOrDefault(number),
            Delivery = await DeliveryAsync(proposal.Id, cancel),
            Map = await MapAsync(round, proposal, cancel),
            Voices = await ProposalVoices.ReadAsync(db, proposal, user.Id(), cancel),
            Reader = user,
            Now = shelf.Now,
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

    // One question for both: most proposals have neither.
    async Task<(Mending?, ShortlistLine?)> MendedAndChosenAsync(Guid id, CancellationToken cancel)
    {
        var found = await (
            from proposal in db.Proposals
            where proposal.Id == id
            select new
            {
                mended = db.Mendings.FirstOrDefault(mending => mending.ProposalId == id && mending.MendedAt != null),
                line = db.ShortlistLines.FirstOrDefault(line => line.ProposalId == id),
            }).AsNoTracking().SingleAsync(cancel);
        return (found.mended, found.line);
    }

    static Standing? WhereItWent(Proposal proposal) =>
        proposal.MergedInto is not null ? Standing.Merged : proposal.PassedOnAt is not null ? Standing.PassedOn : null;

    static bool? Passed(Proposal proposal, List<DecisionLine> decisions) =>
        proposal.Provenance is Provenance.Council or Provenance.Imported or Provenance.Shortlisted || decisions.LastOrDefault()?.Eligible is true ? true
        : decisions.Count > 0 ? false : null;

    Task<List<DeliveryLine>> DeliveryAsync(Guid proposal, CancellationToken cancel) =>
        db.DeliveryUpdates.Where(update => update.ProposalId == proposal).OrderBy(update => update.At)
            .Select(update => new DeliveryLine(update.Stage, update.Note, update.Spent, update.At)).ToListAsync(cancel);

    async Task<PlaceMap?> MapAsync(Round round, Proposal proposal, CancellationToken cancel)
    {
        var spots = proposal.Places.Select(place => (place.Latitude, place.Longitude)).Prepend((proposal.Latitude, proposal.Longitude))
            .Where(spot => spot.Latitude is not null)
            .Select(spot => new MapSpot(proposal.Number!.Value, proposal.Title, spot.Latitude!.Value, spot.Longitude!.Value)).ToList();
        return spots.Count == 0 ? null : PlaceMap.Of(spots, await shelf.BoundariesAsync(round.Id, cancel));
    }
}

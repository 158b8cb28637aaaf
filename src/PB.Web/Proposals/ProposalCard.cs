using System.Linq.Expressions;
using PB.Data;
using PB.Proposals;
using PB.Tally;

namespace PB.Web.Proposals;

/// <summary>A proposal as a list shows it.</summary>
public sealed record ProposalCard
{
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Place { get; init; }
    public required double? Latitude { get; init; }
    public required double? Longitude { get; init; }
    public required Money? Cost { get; init; }
    public required bool HasPrice { get; init; }
    public required Provenance Provenance { get; init; }
    public required string ProposerName { get; init; }
    public required bool TakenBack { get; init; }

    /// <summary>Where it went, where it left the list otherwise than by being taken back.</summary>
    public required Standing? Left { get; init; }

    public required int Endorsements { get; init; }

    /// <summary>What the last check said; null where there was none.</summary>
    public required bool? Passed { get; init; }

    public required string? Reason { get; init; }
    public required string? PhotoAlt { get; init; }

    public static Expression<Func<Proposal, ProposalCard>> From(PbContext db) => proposal => new ProposalCard
    {
        Number = proposal.Number!.Value,
        Title = proposal.Title,
        Description = proposal.Description,
        Place = proposal.Place,
        Latitude = proposal.Latitude,
        Longitude = proposal.Longitude,
        Cost = proposal.Price ?? proposal.Estimate,
        HasPrice = proposal.Price != null,
        Provenance = proposal.Provenance,
        ProposerName = proposal.ProposerName,
        TakenBack = proposal.WithdrawnAt != null,
        Left = proposal.MergedInto != null ? Standing.Merged : proposal.PassedOnAt != null ? Standing.PassedOn : (Standing?)null,
        Endorsements = db.Proposals.Where(p => p.Id == proposal.Id || p.MergedInto == proposal.Id)
            .SelectMany(p => db.Endorsements.Where(e => e.ProposalId == p.Id)).Select(e => e.PersonId).Distinct().Count(),
        Passed = db.ShortlistLines.Any(line => line.ProposalId == proposal.Id && !line.Chosen) ? false
            : proposal.Provenance == Provenance.Council || proposal.Provenance == Provenance.Imported || proposal.Provenance == Provenance.Shortlisted ? true
            : db.ScreeningDecisions.Where(d => d.ProposalId == proposal.Id).OrderByDescending(d => d.DecidedAt).Select(d => (bool?)d.Eligible).FirstOrDefault(),
        Reason = db.ShortlistLines.Where(line => line.ProposalId == proposal.Id && !line.Chosen).Select(line => line.Reason).FirstOrDefault() ?? db.ScreeningDecisions.Where(d => d.ProposalId == proposal.Id).OrderByDescending(d => d.DecidedAt).Select(d => d.Reason).FirstOrDefault(),
        PhotoAlt = db.ProposalPhotos.Where(p => p.ProposalId == proposal.Id).OrderBy(p => p.Id).Select(p => p.AltText).FirstOrDefault(),
    };
}

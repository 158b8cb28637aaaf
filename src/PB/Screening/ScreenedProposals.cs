using PB.Data;
using PB.Proposals;

namespace PB.Screening;

/// <summary>Which proposals stand on a ballot.</summary>
public static class ScreenedProposals
{
    /// <summary>The round's proposals that are sent in, not withdrawn, and whose last decision let them through (or that never needed one), and that no panel left off.</summary>
    public static IQueryable<Proposal> OnTheBallot(this PbContext db, Guid roundId) =>
        db.Proposals
            .Where(proposal => proposal.RoundId == roundId && proposal.SubmittedAt != null && proposal.WithdrawnAt == null)
            .Where(proposal =>
                proposal.Provenance == Provenance.Imported
                || proposal.Provenance == Provenance.Council
                || proposal.Provenance == Provenance.Shortlisted
                || db.ScreeningDecisions.Where(decision => decision.ProposalId == proposal.Id)
                    .OrderByDescending(decision => decision.DecidedAt).Select(decision => decision.Eligible).FirstOrDefault())
            .Where(proposal => !db.ShortlistLines.Any(line => line.ProposalId == proposal.Id && !line.Chosen))
            .OrderBy(proposal => proposal.Number);
}

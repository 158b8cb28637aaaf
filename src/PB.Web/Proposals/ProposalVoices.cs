using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;

namespace PB.Web.Proposals;

/// <summary>Who stands behind a proposal, and what the council owes to it for that.</summary>
public sealed record ProposalVoices
{
    public required int Endorsements { get; init; }

    /// <summary>Whether whoever reads the page endorses it.</summary>
    public required bool Mine { get; init; }

    /// <summary>How many oblige the council to answer; 0 where no number does.</summary>
    public required int Needed { get; init; }

    public required OwedAnswer? Owed { get; init; }

    /// <summary>How many comments everybody can read.</summary>
    public required int Comments { get; init; }

    /// <summary>Who puts it forward together with its proposer.</summary>
    public required IReadOnlyList<string> Together { get; init; }

    public static Task<ProposalVoices> ReadAsync(PbContext db, Proposal proposal, Guid? person, CancellationToken cancel)
    {
        var (id, round) = (proposal.Id, proposal.RoundId);
        return db.Rounds.Where(r => r.Id == round).Select(r => new ProposalVoices
        {
            Endorsements = db.EndorsersOf(id).Count(),
            Mine = person != null && db.Endorsements.Any(e => e.ProposalId == id && e.PersonId == person),
            Needed = db.IdeaRules.Where(rules => rules.RoundId == round).Select(rules => rules.EndorsementsForAnswer).FirstOrDefault(),
            Owed = db.OwedAnswers.FirstOrDefault(owed => owed.ProposalId == id),
            Comments = db.Comments.Count(comment => comment.ProposalId == id && comment.ShownAt != null),
            Together = db.CoProposers.Where(other => other.ProposalId == id && other.AcceptedAt != null).OrderBy(other => other.AcceptedAt).Select(other => other.Name).ToList(),
        }).AsNoTracking().SingleAsync(cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;

namespace PB.Screening;

/// <summary>Finds appeals, proposals to be checked, and where to write to their proposers.</summary>
public static class AppealSearch
{
    /// <summary>The appeals that wait and that this officer may answer: they had no part in the refusal and have no interest.</summary>
    public static IQueryable<Appeal> AppealsFor(this PbContext db, Guid officer) =>
        db.Appeals.Where(appeal => appeal.MadeAt != null && appeal.AnsweredAt == null
            && !db.Assignments.Any(a => a.ProposalId == appeal.ProposalId && (a.AnsweredBy == officer || a.AcceptedBy == officer))
            && !db.ScreeningDecisions.Any(d => d.ProposalId == appeal.ProposalId && d.OfficerId == officer)
            && !db.Interests.Any(i => i.ProposalId == appeal.ProposalId && i.PersonId == officer)
            && !db.Proposals.Any(p => p.Id == appeal.ProposalId && p.ProposerId == officer));

    /// <summary>A round's proposals that somebody has to check before they go on the ballot.</summary>
    public static IQueryable<Proposal> ToBeChecked(this PbContext db, Guid roundId) =>
        db.Proposals.Where(proposal => proposal.RoundId == roundId && proposal.SubmittedAt != null && proposal.WithdrawnAt == null
            && proposal.Provenance != Provenance.Council && proposal.Provenance != Provenance.Imported && proposal.Provenance != Provenance.Shortlisted);

    /// <summary>Where to write to a proposer; null where nobody knows.</summary>
    internal static async Task<string?> AddressOfAsync(this PbContext db, Proposal proposal, CancellationToken cancel) =>
        (await db.AddressesOfAsync([proposal.Id], cancel)).GetValueOrDefault(proposal.Id);

    internal static async Task<IReadOnlyDictionary<Guid, string>> AddressesOfAsync(this PbContext db, IReadOnlyCollection<Guid> proposals, CancellationToken cancel) =>
        await (from proposal in db.Proposals
               where proposals.Contains(proposal.Id)
               join person in db.Users on proposal.ProposerId equals person.Id into people
               from person in people.DefaultIfEmpty()
               let email = proposal.ProposerEmail ?? person.Email
               where email != null
               select new { proposal.Id, email }).ToDictionaryAsync(line => line.Id, line => line.email, cancel);
}

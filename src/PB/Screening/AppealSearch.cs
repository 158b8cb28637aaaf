using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.People;
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

    /// <summary>The appeals that wait and that no reviewing officer may answer.</summary>
    public static IQueryable<Appeal> AppealsWithoutOfficer(this PbContext db) =>
        db.Appeals.Where(appeal => appeal.MadeAt != null && appeal.AnsweredAt == null && !db.InRole(Role.Reviewer).Any(officer =>
            !db.Assignments.Any(a => a.ProposalId == appeal.ProposalId && (a.AnsweredBy == officer || a.AcceptedBy == officer))
            && !db.ScreeningDecisions.Any(d => d.ProposalId == appeal.ProposalId && d.OfficerId == officer)
            && !db.Interests.Any(i => i.ProposalId == appeal.ProposalId && i.PersonId == officer)
            && !db.Proposals.Any(p => p.Id == appeal.ProposalId && p.ProposerId == officer)));

    /// <summary>Whether an appeal about this proposal waits for its answer: until then nobody decides on it in another way.</summary>
    public static Task<bool> HasOpenAppealAsync(this PbContext db, Guid proposal, CancellationToken cancel) =>
        db.Appeals.AnyAsync(appeal => appeal.ProposalId == proposal && appeal.MadeAt != null && appeal.AnsweredAt == null, cancel);

    /// <summary>Whether another decision stands in the place of the one that is appealed.</summary>
    public static Task<bool> IsReplacedAsync(this PbContext db, Appeal appeal, CancellationToken cancel) =>
        db.ScreeningDecisions.AnyAsync(later => later.ProposalId == appeal.ProposalId
            && later.DecidedAt > db.ScreeningDecisions.Single(decision => decision.Id == appeal.DecisionId).DecidedAt, cancel);

    /// <summary>Everybody who is appointed to a role.</summary>
    internal static IQueryable<Guid> InRole(this PbContext db, string name) =>
        from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where role.Name == name select held.UserId;

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

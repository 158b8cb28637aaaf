using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Desk;

/// <summary>What is due for a member of staff. A part is null where the role has nothing to do with it.</summary>
public sealed record DeskPage
{
    public IReadOnlyList<DeskRound>? Rounds { get; init; }
    public IReadOnlyList<DeskRound>? Drafts { get; init; }
    public IReadOnlyList<Place>? Places { get; init; }
    public Waiting? Screening { get; init; }
    public bool TwoPeople { get; init; }
    public bool Journal { get; init; }

    public static async Task<DeskPage> ReadAsync(PbContext db, ClaimsPrincipal user, DateTimeOffset now, CancellationToken cancel)
    {
        var manages = user.IsInRole(Role.NeighbourhoodManager) || user.IsInRole(Role.Administrator);
        var managed = manages ? await ManagedNeighbourhoods.OfAsync(db, user, cancel) : new HashSet<Guid>();
        var rounds = manages ? await RoundsOfAsync(db, managed, user, cancel) : [];
        return new DeskPage
        {
            Rounds = manages ? [.. rounds.Where(r => !r.IsDraft).Select(r => DeskRound.Of(r, now)).OrderBy(r => r.Next ?? DateTimeOffset.MaxValue)] : null,
            Drafts = manages ? [.. rounds.Where(r => r.IsDraft).Select(r => DeskRound.Of(r, now))] : null,
            Places = manages ? await db.Neighbourhoods.Where(n => managed.Contains(n.Id)).OrderBy(n => n.Name).Select(n => new Place(n.Name, n.Slug)).ToListAsync(cancel) : null,
            TwoPeople = manages || user.IsInRole(Role.Ratifier),
            Journal = user.IsInRole(Role.Auditor) || user.IsInRole(Role.Administrator),
            Screening = user.IsInRole(Role.Reviewer) ? await WaitingAsync(db, now, cancel) : null,
        };
    }

    // What was published long ago is found on the neighbourhood's page, not here.
    static async Task<List<Round>> RoundsOfAsync(PbContext db, IReadOnlySet<Guid> managed, ClaimsPrincipal user, CancellationToken cancel)
    {
        var person = user.Id();
        var rounds = await db.WholeRounds().AsNoTracking()
            .Where(r => r.CancelledAt == null && (r.PublishedAt == null || r.Calendar.ArchiveFrom == null))
            .Where(r => r.Neighbourhoods.Any(part => managed.Contains(part.NeighbourhoodId)) || (r.ConfiguredBy == person && !r.Neighbourhoods.Any()))
            .OrderByDescending(r => r.CreatedAt).Take(100).ToListAsync(cancel);
        return rounds.FindAll(r => r.Neighbourhoods.All(part => managed.Contains(part.NeighbourhoodId)));
    }

    static async Task<Waiting> WaitingAsync(PbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = db.Proposals.Where(p => p.SubmittedAt != null && p.WithdrawnAt == null
            && p.Provenance != Provenance.Council && p.Provenance != Provenance.Imported && p.Provenance != Provenance.Shortlisted
            && !db.ScreeningDecisions.Any(decision => decision.ProposalId == p.Id)
            && !db.ScreeningPlans.Any(plan => plan.RoundId == p.RoundId)
            && db.Rounds.Any(r => r.Id == p.RoundId && r.CancelledAt == null && r.Calendar.VotingFrom > now));
        return new Waiting(await waiting.CountAsync(cancel), await waiting.MinAsync(p => p.SubmittedAt, cancel));
    }

    public sealed record Place(string Name, string Slug);

    /// <param name="Proposals">How many proposals no officer has decided on.</param>
    /// <param name="Oldest">When the one that waits longest was sent in.</param>
    public sealed record Waiting(int Proposals, DateTimeOffset? Oldest);
}

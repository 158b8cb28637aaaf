using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Proposals;

namespace PB.Web.Proposals;

/// <summary>Whose idea a project was, and where it would be, as the ballot and the result show it.</summary>
public sealed record ProjectOrigin(Provenance Provenance, string ProposerName, string Place)
{
    /// <summary>What nobody has said about it; known where voters choose.</summary>
    public IReadOnlyList<ProjectGap> Gaps { get; init; } = [];

    public static async Task<Dictionary<int, ProjectOrigin>> WithGapsAsync(PbContext db, Guid round, CancellationToken cancel) =>
        (await ProjectFacts.Of(db, db.Proposals.Where(p => p.RoundId == round && p.WithdrawnAt == null)).AsNoTracking().ToListAsync(cancel))
            .ToDictionary(facts => facts.Number, facts => new ProjectOrigin(facts.Provenance, facts.ProposerName, facts.Place) { Gaps = [.. facts.Gaps()] });

    public static Task<Dictionary<int, ProjectOrigin>> OfAllAsync(PbContext db, Guid round, CancellationToken cancel) =>
        db.Proposals.Where(p => p.RoundId == round && p.Number != null)
            .ToDictionaryAsync(p => p.Number!.Value, p => new ProjectOrigin(p.Provenance, p.ProposerName, p.Place), cancel);
}

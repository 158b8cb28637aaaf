using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;

namespace PB.Web.Proposals;

/// <summary>Whose idea a project was, and where it would be, as the ballot and the result show it.</summary>
public sealed record ProjectOrigin(Provenance Provenance, string ProposerName, string Place)
{
    public static Task<Dictionary<int, ProjectOrigin>> OfAllAsync(PbContext db, Guid round, CancellationToken cancel) =>
        db.Proposals.Where(p => p.RoundId == round && p.Number != null)
            .ToDictionaryAsync(p => p.Number!.Value, p => new ProjectOrigin(p.Provenance, p.ProposerName, p.Place), cancel);
}

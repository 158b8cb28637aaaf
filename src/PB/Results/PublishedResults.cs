using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Results;

/// <summary>The one gate before every page and file that tells a count: nobody, staff included, passes it before publication.</summary>
public static class PublishedResults
{
    public static Task<Result?> PublishedResultAsync(this PbContext db, Guid roundId, CancellationToken cancel) =>
        db.Results.AsNoTracking()
            .Where(result => result.RoundId == roundId)
            .Where(result => db.Rounds.Any(round => round.Id == result.RoundId && round.PublishedAt != null && round.CancelledAt == null))
            .OrderByDescending(result => result.Version)
            .FirstOrDefaultAsync(cancel);
}

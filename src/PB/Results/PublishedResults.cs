using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Results;

/// <summary>The one gate before every page and file that tells a count: nobody, staff included, passes it before publication.</summary>
public static class PublishedResults
{
    /// <summary>What was published of a round, newest first. What was published once stays to be read, whatever became of the round.</summary>
    public static IQueryable<Result> PublishedResultsOf(this PbContext db, Guid roundId) =>
        db.Results.AsNoTracking().Where(result => result.RoundId == roundId && result.PublishedAt != null).OrderByDescending(result => result.Version);

    /// <param name="db">Where results lie.</param>
    /// <param name="roundId">Of which round.</param>
    /// <param name="version">Which one; null for the newest.</param>
    /// <param name="cancel">Stops asking.</param>
    public static Task<Result?> PublishedResultAsync(this PbContext db, Guid roundId, int? version, CancellationToken cancel) =>
        db.PublishedResultsOf(roundId).FirstOrDefaultAsync(result => version == null || result.Version == version, cancel);
}

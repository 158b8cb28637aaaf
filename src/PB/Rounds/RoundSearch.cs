using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PB.Data;

namespace PB.Rounds;

/// <summary>Finds rounds with all their parts, and gives new ones an address.</summary>
public static class RoundSearch
{
    public const string OneSlugEach = RoundMapping.OneSlugEach;

    public static IQueryable<Round> WholeRounds(this PbContext db) =>
        db.Rounds.Include(r => r.Pot).Include(r => r.Neighbourhoods).Include(r => r.Promises).Include(r => r.Criteria)
            .Include(r => r.Readiness).Include(r => r.CalendarChanges).AsSplitQuery();

    public static Task<Round?> FindRoundAsync(this PbContext db, string slug, CancellationToken cancel) =>
        db.WholeRounds().SingleOrDefaultAsync(round => round.Slug == slug, cancel);

    /// <summary>Begins a transaction in which nobody else changes this round. Ask for the time after it, not before.</summary>
    public static async Task<IDbContextTransaction> HoldRoundAsync(this PbContext db, string slug, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select 1 from rounds where slug = {slug} for update", cancel);
        return transaction;
    }

    public static async Task<string> FreeRoundSlugAsync(this PbContext db, string title, CancellationToken cancel)
    {
        var wanted = Slug.Of(title);
        return Slug.FirstFree(wanted, await db.Rounds.Where(r => r.Slug.StartsWith(wanted)).Select(r => r.Slug).ToListAsync(cancel));
    }

    /// <summary>Saves a new draft under an address that nobody has, also when somebody takes it at the same moment.</summary>
    /// <param name="db">Where to save it.</param>
    /// <param name="title">A title with at least one letter or digit.</param>
    /// <param name="make">Adds the draft, and what is written about it, under the address that it is given.</param>
    /// <param name="cancel">Stops saving.</param>
    public static async Task<string> SaveDraftAsync(this PbContext db, string title, Action<string> make, CancellationToken cancel)
    {
        while (true)
        {
            var slug = await db.FreeRoundSlugAsync(title, cancel);
            make(slug);
            try
            {
                await db.SaveChangesAsync(cancel);
                return slug;
            }
            catch (DbUpdateException failure) when (failure.Violates(OneSlugEach))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Keeps the list of things that last and cost more than £500.</summary>
public sealed class AssetDesk(PbContext db, TimeProvider clock)
{
    /// <returns>False where it needs none, or has one.</returns>
    public Task<bool> EnterAsync(Guid awardId, int number, (string Holder, DateOnly? BoughtOn) words, Guid person, CancellationToken cancel) => ActAsync(awardId, async (award, now) =>
    {
        var project = await db.Applications.AsNoTracking().Include(own => own.Lines).SingleAsync(own => own.Id == award.ApplicationId, cancel);
        if (Asset.NeededFor(project).SingleOrDefault(one => one.Number == number) is not { } line
            || await db.Set<Asset>().AnyAsync(asset => asset.AwardId == awardId && asset.Line == number, cancel))
            return null;
        db.Add(new Asset(awardId, number, new AssetWords(line.Description, words.Holder, words.BoughtOn), person, now));
        return new JournalEntry(person, words.BoughtOn is null ? "Said that something was not bought" : "Wrote down who keeps something", $"awards/{award.Ref}", line.Description, now);
    }, cancel);

    /// <summary>It is sold, given away or broken, and a coordinator has agreed.</summary>
    public Task<bool> LetGoAsync(Guid awardId, Guid assetId, string because, Guid coordinator, CancellationToken cancel) => ActAsync(awardId, async (award, now) =>
    {
        if (await db.Set<Asset>().SingleOrDefaultAsync(one => one.Id == assetId && one.AwardId == awardId && one.BoughtOn != null && one.GoneAt == null, cancel) is not { } asset)
            return null;
        asset.Go(because, coordinator, now);
        return new JournalEntry(coordinator, "Agreed that something is kept no longer", $"awards/{award.Ref}", because, now);
    }, cancel);

    async Task<bool> ActAsync(Guid awardId, Func<Award, DateTimeOffset, Task<JournalEntry?>> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        if (await act(award, clock.GetUtcNow()) is not { } entry)
            return false;
        db.Journal.Add(entry);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

static class AssetSearch
{
    /// <summary>Whether nobody has said yet who keeps one of the things that the budget named.</summary>
    public static async Task<bool> MissesAssetAsync(this PbContext db, Award award, CancellationToken cancel)
    {
        var project = await db.Applications.AsNoTracking().Include(own => own.Lines).SingleAsync(own => own.Id == award.ApplicationId, cancel);
        var known = await db.Set<Asset>().Where(asset => asset.AwardId == award.Id).Select(asset => asset.Line).ToListAsync(cancel);
        return Asset.NeededFor(project).Any(line => !known.Contains(line.Number));
    }
}

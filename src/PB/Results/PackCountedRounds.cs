using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Results;

/// <summary>Packs what a stranger needs to check each counted result. It can be downloaded once the result is published.</summary>
public sealed class PackCountedRounds(PbContext db, PackContents contents, TimeProvider clock) : IJob
{
    // The same files give the same zip.
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (await PackOneAsync(cancel))
            db.ChangeTracker.Clear();
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await Unpacked().MinAsync(result => (DateTimeOffset?)result.CountedAt, cancel);

    async Task<bool> PackOneAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Database.SqlQuery<Guid>($"""
            select r.id as "Value" from results r join rnd.round g on g.id = r.round_id
            where g.state in ('sealed', 'certified') and not rnd.is_rehearsal(r.round_id) and not exists (select 1 from packs p where p.round_id = r.round_id and p.version = r.version)
              and exists (select 1 from ballotbox.event e where e.round_id = r.round_id)
            order by r.counted_at limit 1 for update of r skip locked
            """).ToListAsync(cancel);
        if (due is not [var id])
            return false;
        var result = await db.Results.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        var rules = (await db.Database.SqlQuery<string>($"""select rules as "Value" from rnd.round where id = {result.RoundId}""").ToListAsync(cancel)).Single();
        var (files, level) = await contents.OfAsync(result, rules, cancel);
        db.Packs.Add(new Pack(result.RoundId, result.Version, level.Level, Zipped(files), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    IQueryable<Result> Unpacked() =>
        db.Results.Where(result => !db.Packs.Any(pack => pack.RoundId == result.RoundId && pack.Version == result.Version));

    static byte[] Zipped(SortedDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var stream = entry.Open();
                stream.Write(content);
            }

        return bytes.ToArray();
    }
}

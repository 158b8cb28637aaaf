using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Journal;

namespace PB.Roll;

/// <summary>Looks for what is odd among votes and accounts and puts it in the queue. It never takes a vote away. Forgets addresses after 14 days.</summary>
public sealed class NoticeOddities(PbContext db, Sightings sightings, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await sightings.WriteAsync(db, cancel);
        await db.Database.ExecuteSqlAsync($"select register.forget_sightings()", cancel);
        var odd = await db.Database.SqlQuery<Oddity>($"""
            select kind as "Kind", key as "Key", round_id as "Round", n as "Count" from register.oddities()
            """).ToListAsync(cancel);
        var known = await db.Anomalies.ToDictionaryAsync(anomaly => (anomaly.Kind, anomaly.Key, anomaly.RoundId), cancel);
        foreach (var oddity in odd)
            Note(known, oddity);
        await db.SaveChangesAsync(cancel);
    }

    void Note(Dictionary<(AnomalyKind, string, Guid?), Anomaly> known, Oddity oddity)
    {
        var (kind, now) = (Enum.Parse<AnomalyKind>(oddity.Kind), clock.GetUtcNow());
        if (known.TryGetValue((kind, oddity.Key, oddity.Round), out var anomaly))
        {
            anomaly.Grow((int)oddity.Count);
            return;
        }

        db.Anomalies.Add(new Anomaly(kind, oddity.Key, oddity.Round, (int)oddity.Count, now));
        db.Journal.Add(new JournalEntry(null, $"Noticed something odd: {kind}", "desk/anomalies", "", now));
    }

    sealed record Oddity(string Kind, string Key, Guid? Round, long Count);
}

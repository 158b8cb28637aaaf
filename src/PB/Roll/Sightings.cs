using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Roll;

/// <summary>From which part of the network something came, coarsely, for the queue of oddities: never who, nor what.</summary>
/// <remarks>
/// They are kept in memory for a second and written together, so that no voter waits for them and none stands beside a ballot in its transaction.
/// A process that dies takes that second's with it: they are hints.
/// </remarks>
public sealed class Sightings
{
    // More than a second brings; beyond it somebody floods the site, and the first of them are enough to see that.
    const int Most = 20_000;

    readonly ConcurrentQueue<Sighting> seen = new();

    public void Note(Sighting sighting)
    {
        if (seen.Count < Most)
            seen.Enqueue(sighting);
    }

    /// <summary>Writes down what has been seen since the last time.</summary>
    public async Task WriteAsync(PbContext db, CancellationToken cancel)
    {
        var batch = new List<Sighting>();
        while (seen.TryDequeue(out var sighting))
            batch.Add(sighting);
        if (batch.Count == 0)
            return;
        await db.Database.ExecuteSqlAsync($"""
            select register.note_sighting(kind, round, address, device)
            from unnest({batch.Select(one => one.Kind).ToArray()}, {batch.Select(one => one.Round).ToArray()},
                {batch.Select(one => one.Address).ToArray()}, {batch.Select(one => one.Device).ToArray()}) as seen (kind, round, address, device)
            """, cancel);
    }
}

/// <param name="Kind">What came: "ballot" or "account".</param>
/// <param name="Round">The ballot's round.</param>
/// <param name="Address">Where it came from; only its network is written down.</param>
/// <param name="Device">A fingerprint of the browser's own cookie.</param>
public sealed record Sighting(string Kind, Guid? Round, IPAddress Address, byte[]? Device);

using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Ballots;

/// <summary>A signed head of a log as everybody may see it, while voting is open too: how many leaves, how many of them ballots, and the root.</summary>
public sealed record PublishedHead(long Size, long Ballots, byte[] Root, DateTimeOffset At);

/// <summary>Reads the heads that are published.</summary>
public static class PublishedHeads
{
    /// <summary>The newest head of a round's log; null before voting opens.</summary>
    public static async Task<PublishedHead?> NewestHeadAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<PublishedHead>($"""
            select tree_size as "Size", root as "Root", sealed_at as "At",
                   tree_size - (select count(*) from ballotbox.event e where e.round_id = b.round_id and e.leaf_index < b.tree_size) as "Ballots"
            from ballotbox.batch b where round_id = {round} order by batch_no desc limit 1
            """).ToListAsync(cancel)).SingleOrDefault();
}

using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Journal;

/// <summary>How long the journal is and the hash of its last entry, which stands for all before it.</summary>
/// <param name="Seq">The last entry's number; 0 when there is none.</param>
/// <param name="Hash">SHA-256; 32 zero bytes when there is none.</param>
public sealed record JournalHead(long Seq, byte[] Hash)
{
    /// <summary>The head now, to be anchored in whatever is published in the same transaction.</summary>
    public static async Task<JournalHead> NowAsync(PbContext db, CancellationToken cancel) =>
        (await db.Database.SqlQuery<JournalHead>($"""select seq as "Seq", hash as "Hash" from journal.head()""").ToListAsync(cancel)).Single();

    /// <summary>The heads that were published, newest first.</summary>
    public static Task<List<Daily>> PublishedAsync(PbContext db, int most, CancellationToken cancel) =>
        db.Database.SqlQuery<Daily>($"""
            select day as "Day", seq as "Seq", hash as "Hash" from journal.heads order by day desc limit {most}
            """).ToListAsync(cancel);

    public sealed record Daily(DateOnly Day, long Seq, byte[] Hash);
}

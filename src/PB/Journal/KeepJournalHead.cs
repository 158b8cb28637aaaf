using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Journal;

/// <summary>Puts the journal's newest hash on the public page once a day: whoever notes it down can tell later whether anything before it changed.</summary>
public sealed class KeepJournalHead(PbContext db) : IJob
{
    public async Task RunAsync(CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"select journal.keep_head()", cancel);
}

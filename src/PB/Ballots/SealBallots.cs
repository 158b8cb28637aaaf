using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Ballots;

/// <summary>Moves waiting ballots of open rounds into the public log, in batches that tell nobody's minute, and signs its new root.</summary>
public sealed class SealBallots(PbContext db, BallotLog log) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var round in await db.Database.SqlQuery<Guid>($"""select id as "Value" from rnd.round where state = 'open' order by id""").ToListAsync(cancel))
            await log.SealAsync(round, cancel);
    }
}

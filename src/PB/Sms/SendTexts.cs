using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Sms;

/// <summary>Sends the texts that are due. Each is marked before it is handed over, so that one that may be out is looked for before it is sent again.</summary>
public sealed class SendTexts(PbContext db, ITextGateway gateway, TextPost post, TimeProvider clock) : IJob
{
    /// <summary>For so long a text belongs to whoever marked it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (gateway.IsReady && await TakeAsync(cancel) is { } due)
        {
            if (!await post.HandOverAsync(due.Id, due.WasBegun, cancel))
                return;
            db.ChangeTracker.Clear();
        }
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        gateway.IsReady ? await db.Set<OutboundText>().MinAsync(text => text.NextTryAt, cancel) : null;

    /// <summary>Marks the text that has waited longest. The lock makes two senders at once take two texts.</summary>
    async Task<Due?> TakeAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var due = await db.Set<OutboundText>().FromSql($"""
            select * from sms.outbox where next_try_at <= {now} order by next_try_at limit 1 for update skip locked
            """).ToListAsync(cancel);
        if (due is not [var text])
            return null;
        var begun = text.BegunAt;
        text.Begin(now, now + Patience);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return new(text.Id, begun);
    }

    sealed record Due(Guid Id, DateTimeOffset? WasBegun);
}

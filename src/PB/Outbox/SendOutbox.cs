using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;

namespace PB.Outbox;

/// <summary>Sends the mails that are due, one transaction each.</summary>
public sealed class SendOutbox(PbContext db, IMailCarrier carrier, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await SendOneAsync(cancel))
            db.ChangeTracker.Clear();
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await db.Messages.MinAsync(message => message.NextTryAt, cancel);

    async Task<bool> SendOneAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var message = (await db.Messages.FromSql($"""
            select * from outbox.messages where next_try_at <= {now} order by next_try_at limit 1 for update skip locked
            """).ToListAsync(cancel)).SingleOrDefault();
        if (message is null)
            return false;

        try
        {
            await carrier.CarryAsync(message, cancel);
            message.MarkSent(clock.GetUtcNow());
        }
        catch (MailRefusedException refused)
        {
            message.MarkFailed(refused.Message, refused.Permanent, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

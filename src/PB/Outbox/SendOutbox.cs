using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Jobs;

namespace PB.Outbox;

/// <summary>Sends the mails that are due, one transaction each.</summary>
public sealed class SendOutbox(PbContext db, IMailCarrier carrier, BallotNotices notices, TimeProvider clock) : IJob
{
    // After so many failures on end it is the server that is down, not a mail that is odd: the rest waits for the next sweep.
    const int Enough = 3;

    public async Task RunAsync(CancellationToken cancel)
    {
        var failures = 0;
        while (carrier.IsReady && failures < Enough && await SendOneAsync(cancel) is { } message)
        {
            failures = message.SentAt is null && !message.IsGivenUp ? failures + 1 : 0;
            db.ChangeTracker.Clear();
        }
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        carrier.IsReady ? await db.Messages.MinAsync(message => message.NextTryAt, cancel) : null;

    /// <summary>Tries the mail that has waited longest. The lock makes two senders at once take two mails.</summary>
    async Task<Message?> SendOneAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var due = await db.Messages.FromSql($"""
            select * from outbox.messages where next_try_at <= {now} order by next_try_at limit 1 for update skip locked
            """).ToListAsync(cancel);
        if (due is not [var message])
            return null;

        try
        {
            await carrier.CarryAsync(await notices.CompleteAsync(message, cancel), cancel);
            message.MarkSent(clock.GetUtcNow());
        }
        catch (MailRefusedException refused)
        {
            message.MarkFailed(refused.Message, refused.Permanent, clock.GetUtcNow());
        }

        // A mail that is out is marked so, even when the site is told to stop at this moment.
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return message;
    }
}

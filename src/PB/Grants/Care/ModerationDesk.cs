using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Care;

/// <summary>Reads what others wrote before it is let out: nobody lets out their own words.</summary>
public sealed class ModerationDesk(PbContext db, TimeProvider clock)
{
    public async Task<ModerationRefusal?> DecideAsync(Guid messageId, Guid moderator, bool letOut, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.thread_messages where id = {messageId} for update", cancel);
        var message = await db.ThreadMessages.SingleAsync(m => m.Id == messageId, cancel);
        if (!message.Waits)
            return ModerationRefusal.DecidedMeanwhile;
        if (message.AuthorId == moderator)
            return ModerationRefusal.OwnWords;
        var now = clock.GetUtcNow();
        if (letOut)
            message.Release(moderator, now);
        else
            message.KeepBack(moderator, now);
        db.Journal.Add(new JournalEntry(moderator, letOut ? "Let a message out" : "Kept a message back", $"threads/{message.ThreadId}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Why something is not let out.</summary>
public enum ModerationRefusal
{
    DecidedMeanwhile,
    OwnWords,
}

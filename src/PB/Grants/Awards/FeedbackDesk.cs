using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Keeps what a group that was not funded shall hear, and sends it once a coordinator has read it.</summary>
public sealed class FeedbackDesk(PbContext db, FeedbackLetters letters, TimeProvider clock)
{
    public async Task<FeedbackRefusal?> WriteAsync(Guid applicationId, FeedbackWords words, Guid person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var feedback = await db.Feedback.Include(f => f.Bands).SingleOrDefaultAsync(f => f.ApplicationId == applicationId, cancel);
        if (feedback?.SentAt is not null)
            return FeedbackRefusal.SentAlready;
        if (feedback is null)
            db.Feedback.Add(new Feedback(applicationId, words, person, now));
        else
            feedback.Write(words, person, now);
        db.Journal.Add(new JournalEntry(person, "Wrote feedback", "grants/feedback", "", now));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    public async Task<FeedbackRefusal?> SendAsync(Guid applicationId, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.feedback where application_id = {applicationId} for update", cancel);
        var feedback = await db.Feedback.SingleAsync(f => f.ApplicationId == applicationId, cancel);
        if (feedback.SentAt is not null)
            return FeedbackRefusal.SentAlready;
        if (feedback.WrittenBy == coordinator)
            return FeedbackRefusal.OwnWords;
        var now = clock.GetUtcNow();
        feedback.Send(coordinator, now);
        await letters.SentAsync(applicationId, now, cancel);
        db.Journal.Add(new JournalEntry(coordinator, "Read feedback and sent it", "grants/feedback", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Why feedback is not kept or sent.</summary>
public enum FeedbackRefusal
{
    SentAlready,

    /// <summary>Somebody else reads it before it goes out.</summary>
    OwnWords,
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Takes appeals in on the way in which a decision was made, and answers of people who had no part in it.</summary>
public sealed class ProcessAppealDesk(PbContext db, FeedbackLetters letters, TimeProvider clock)
{
    /// <returns>False where there is one already.</returns>
    public async Task<bool> LodgeAsync(Guid applicationId, AppealWords words, Guid person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.ProcessAppeals.AnyAsync(appeal => appeal.ApplicationId == applicationId, cancel))
            return false;
        db.ProcessAppeals.Add(new ProcessAppeal(applicationId, words.Ground, words.Reason, person, now));
        db.Journal.Add(new JournalEntry(person, "Appealed on the way to a decision", "grants/appeals", $"{words.Ground}", now));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <param name="applicationId">One with an appeal that waits.</param>
    /// <param name="outcome">What comes of it.</param>
    /// <param name="answer">Why, as the group reads it.</param>
    /// <param name="reviewer">Somebody who had no part in the decision.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>False where it is answered.</returns>
    public async Task<bool> AnswerAsync(Guid applicationId, AppealOutcome outcome, string answer, Guid reviewer, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.process_appeals where application_id = {applicationId} for update", cancel);
        var appeal = await db.ProcessAppeals.SingleAsync(a => a.ApplicationId == applicationId, cancel);
        if (appeal.AnsweredAt is not null)
            return false;
        var now = clock.GetUtcNow();
        appeal.Decide(reviewer, outcome, answer, now);
        await letters.AnsweredAsync(applicationId, now, cancel);
        db.Journal.Add(new JournalEntry(reviewer, "Answered an appeal on the way to a decision", "grants/appeals", $"{outcome}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

public sealed record AppealWords(AppealGround Ground, string Reason);

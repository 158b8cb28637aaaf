using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Meetings;
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
        await letters.LodgedAsync(applicationId, now, cancel);
        db.Journal.Add(new JournalEntry(person, "Appealed on the way to a decision", "grants/appeals", $"{words.Ground}", now));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <param name="applicationId">One with an appeal that waits.</param>
    /// <param name="outcome">What comes of it.</param>
    /// <param name="answer">Why, as the group reads it.</param>
    /// <param name="reviewer">Somebody who had no part in the decision.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<AppealRefusal?> AnswerAsync(Guid applicationId, AppealOutcome outcome, string answer, Guid reviewer, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.process_appeals where application_id = {applicationId} for update", cancel);
        var appeal = await db.ProcessAppeals.SingleAsync(a => a.ApplicationId == applicationId, cancel);
        if (appeal.AnsweredAt is not null)
            return AppealRefusal.AnsweredAlready;
        if (await HadPartAsync(applicationId, reviewer, cancel))
            return AppealRefusal.HadPart;
        if (outcome is AppealOutcome.Upheld && await db.Awards.AnyAsync(award => award.ApplicationId == applicationId && award.DeclinedAt == null && award.ReleasedAt == null, cancel))
            return AppealRefusal.OfferStands;
        var now = clock.GetUtcNow();
        appeal.Decide(reviewer, outcome, answer, now);
        await letters.AnsweredAsync(applicationId, now, cancel);
        db.Journal.Add(new JournalEntry(reviewer, "Answered an appeal on the way to a decision", "grants/appeals", $"{outcome}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Whether somebody signed a decision on it, sent one back, was in the room when it was made, or has a conflict there: then another answers.</summary>
    public async Task<bool> HadPartAsync(Guid applicationId, Guid person, CancellationToken cancel)
    {
        var decisions = db.Set<Decision>().Where(decision => decision.ApplicationId == applicationId);
        return await decisions.AnyAsync(decision => decision.SignedBy == person || decision.DeclaredBy == person
                || db.Set<Referral>().Any(referral => referral.DecisionId == decision.Id && referral.RaisedBy == person)
                || db.Set<Meeting>().Any(meeting => meeting.Id == decision.MeetingId && meeting.Attendances.Any(attendance => attendance.PersonId == person)), cancel)
            || await db.InConflict(applicationId).ContainsAsync(person, cancel);
    }
}

/// <summary>Why an answer to an appeal is not taken.</summary>
public enum AppealRefusal
{
    AnsweredAlready,

    /// <summary>The reviewer had a part in the decision.</summary>
    HadPart,

    /// <summary>The group has an offer: the panel does not vote again beside it.</summary>
    OfferStands,
}

public sealed record AppealWords(AppealGround Ground, string Reason);

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Takes what members say to a group that would move up from the reserve list.</summary>
public sealed class ReserveDesk(PbContext db, Deciders deciders, TimeProvider clock)
{
    public async Task<MeetingRefusal?> AnswerAsync(Guid questionId, Guid personId, bool isYes, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.reserve_questions where id = {questionId} for no key update", cancel);
        var question = await db.Set<ReserveQuestion>().Include(one => one.Answers).SingleAsync(one => one.Id == questionId, cancel);
        var now = clock.GetUtcNow();
        if (!question.IsOpen)
            return MeetingRefusal.PageIsOld;
        var deciding = await deciders.OfAsync(question.DecisionId, cancel);
        if (!deciding.Contains(personId))
            return MeetingRefusal.MayNotVote;
        question.Take(personId, isYes, deciding.Count, now);
        if (!question.IsOpen)
            db.Journal.Add(await LineAsync(question, now, cancel));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    async Task<JournalEntry> LineAsync(ReserveQuestion question, DateTimeOffset now, CancellationToken cancel)
    {
        var about = await db.Applications.Where(own => db.Set<Decision>().Any(decision => decision.Id == question.DecisionId && decision.ApplicationId == own.Id)).Select(own => new { own.CallId, own.Ref }).SingleAsync(cancel);
        var act = question.AgreedAt is null ? "The panel let a place on the reserve list pass" : "The panel moved a group up from the reserve list";
        return new JournalEntry(null, act, await db.SubjectOfAsync(about.CallId, cancel), $"Yes {question.Yes}, no {question.No}", now).About(about.Ref ?? "");
    }
}

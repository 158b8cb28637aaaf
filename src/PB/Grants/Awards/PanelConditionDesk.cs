using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Meetings;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Takes the conditions that a panel sets: once an offer is written down, nobody adds one.</summary>
public sealed class PanelConditionDesk(PbContext db, Deciders deciders, PanelConditionLetters letters, TimeProvider clock)
{
    /// <summary>The chair writes one down; that is the chair's own yes to it.</summary>
    public Task<PanelConditionRefusal?> ProposeAsync(Guid decisionId, ConditionWords words, Guid personId, CancellationToken cancel) =>
        ActAsync(decisionId, personId, async (deciding, now) =>
        {
            var standing = await db.Set<PanelCondition>().Where(one => one.DecisionId == decisionId && one.RejectedAt == null).ToListAsync(cancel);
            if (standing.Count(one => one.AgreedAt is not null || one.IsOpenAt(now)) >= PanelCondition.Most) return PanelConditionRefusal.TooMany;
            var condition = new PanelCondition(decisionId, words, personId, now);
            condition.Take(personId, true, deciding.Count, now);
            db.Add(condition);
            await letters.AskAsync(condition, deciding, cancel);
            await NoteAsync(decisionId, personId, "Wrote down a condition for the panel to agree on", words.Text, now, cancel);
            return null;
        }, cancel);

    public Task<PanelConditionRefusal?> AnswerAsync(Guid decisionId, Guid conditionId, (Guid PersonId, bool IsYes) answer, CancellationToken cancel) =>
        ActAsync(decisionId, answer.PersonId, async (deciding, now) =>
        {
            var condition = await db.Set<PanelCondition>().Include(one => one.Answers).SingleAsync(one => one.Id == conditionId && one.DecisionId == decisionId, cancel);
            if (!condition.IsOpenAt(now)) return PanelConditionRefusal.Settled;
            condition.Take(answer.PersonId, answer.IsYes, deciding.Count, now);
            if (!condition.IsOpenAt(now))
                await NoteAsync(decisionId, null, condition.AgreedAt is null ? "The panel did not want a condition" : "The panel agreed on a condition", $"Yes {condition.Yes}, no {condition.No}", now, cancel);
            return null;
        }, cancel);

    // The same lock as the offer's desk takes: an answer comes before the offer or after it, and never in between.
    async Task<PanelConditionRefusal?> ActAsync(Guid decisionId, Guid personId, Func<IReadOnlySet<Guid>, DateTimeOffset, Task<PanelConditionRefusal?>> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.applications where id = (select application_id from grants.decisions where id = {decisionId}) for update", cancel);
        if (!await db.StandingDecisions().AnyAsync(one => one.Id == decisionId && one.Outcome != DecisionOutcome.No, cancel)
            || await db.Awards.AnyAsync(award => award.DecisionId == decisionId, cancel)) return PanelConditionRefusal.TooLate;
        var deciding = await deciders.OfAsync(decisionId, cancel);
        if (!deciding.Contains(personId)) return PanelConditionRefusal.MayNotDecide;
        if (await act(deciding, clock.GetUtcNow()) is { } refusal) return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    async Task NoteAsync(Guid decisionId, Guid? personId, string act, string why, DateTimeOffset now, CancellationToken cancel)
    {
        var about = await db.Applications.Where(own => db.Set<Decision>().Any(decision => decision.Id == decisionId && decision.ApplicationId == own.Id)).Select(own => new { own.CallId, own.Ref }).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(personId, act, await db.SubjectOfAsync(about.CallId, cancel), why, now).About(about.Ref ?? ""));
    }
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Journal;

namespace PB.Grants.Applications;

/// <summary>Takes questions of the panel and answers of groups, and lets a coordinator pass both on.</summary>
public sealed class QuestionDesk(PbContext db, GrantLetters letters, TimeProvider clock)
{
    /// <summary>A member may ask so often about one application.</summary>
    public const int MostEach = 5;

    public async Task<QuestionRefusal?> AskAsync(Call call, Guid applicationId, Guid member, string text, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (call.PhaseAt(now) is not (CallPhase.Marking or CallPhase.Deciding)) return QuestionRefusal.NotTheTime;
        if (await db.Set<PanelQuestion>().CountAsync(q => q.ApplicationId == applicationId && q.AskedBy == member, cancel) >= MostEach) return QuestionRefusal.TooMany;
        db.Add(new PanelQuestion(applicationId, member, text, now));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>What a coordinator does with a question, or with the answer to it.</summary>
    public async Task<QuestionRefusal?> DealAsync(Guid questionId, QuestionStep step, string because, Guid coordinator, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (question, now) = (await LockedAsync(questionId, cancel), clock.GetUtcNow());
        if (!question.WaitsForCoordinator || (question.AnsweredAt is null) != (step is QuestionStep.PassOn or QuestionStep.Stop)) return QuestionRefusal.DealtWith;
        var application = await db.Applications.SingleAsync(a => a.Id == question.ApplicationId, cancel);
        var call = await db.Calls.SingleAsync(c => c.Id == application.CallId, cancel);
        Take(question, step, because, coordinator, now);
        if (step is QuestionStep.PassOn or QuestionStep.ReturnAnswer)
            db.Messages.AddRange(await LettersAsync(application, call, question, now, cancel));
        var fund = await db.Funds.Where(f => f.Id == call.FundId).Select(f => f.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(coordinator, ActOf(step), $"funds/{fund}/calls/{call.Slug}", because, now).About(application.Ref ?? ""));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public async Task<QuestionRefusal?> AnswerAsync(Guid questionId, string answer, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var question = await LockedAsync(questionId, cancel);
        if (!question.WaitsForGroup) return QuestionRefusal.DealtWith;
        question.Reply(answer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    static void Take(PanelQuestion question, QuestionStep step, string because, Guid coordinator, DateTimeOffset now)
    {
        switch (step)
        {
            case QuestionStep.PassOn: question.PassOn(coordinator, now); break;
            case QuestionStep.Stop: question.Stop(because, coordinator, now); break;
            case QuestionStep.Show: question.Show(coordinator, now); break;
            case QuestionStep.ReturnAnswer: question.ReturnAnswer(coordinator); break;
        }
    }

    static string ActOf(QuestionStep step) => step switch
    {
        QuestionStep.PassOn => "Passed a question of the panel on to a group",
        QuestionStep.Stop => "Stopped a question of the panel",
        QuestionStep.Show => "Showed a group’s answer to the panel",
        QuestionStep.ReturnAnswer => "Asked a group to write an answer once more",
    };

    async Task<PanelQuestion> LockedAsync(Guid id, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from grants.panel_questions where id = {id} for update", cancel);
        return await db.Set<PanelQuestion>().SingleAsync(q => q.Id == id, cancel);
    }

    async Task<IEnumerable<Outbox.Message>> LettersAsync(Application application, Call call, PanelQuestion question, DateTimeOffset now, CancellationToken cancel) =>
        (await db.Users.Where(person => person.Id == application.LeadId || person.Id == application.AdultId).Select(person => person.Email!).ToListAsync(cancel))
        .Select(address => letters.Asked(application, call, question, address, now));
}

public enum QuestionStep
{
    PassOn,
    Stop,

    /// <summary>The answer goes to the panel.</summary>
    Show,

    /// <summary>The answer names somebody, or more: the group writes it once more.</summary>
    ReturnAnswer,
}

/// <summary>Why a question or an answer is not taken.</summary>
public enum QuestionRefusal
{
    NotTheTime,
    TooMany,
    DealtWith,
}

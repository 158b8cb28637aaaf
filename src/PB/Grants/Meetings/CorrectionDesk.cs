using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Takes the word of the chair and of a youth worker that a result was announced wrongly. Nobody corrects it themselves: the panel votes again.</summary>
public sealed class CorrectionDesk(PbContext db, TimeProvider clock)
{
    public async Task<CorrectionRefusal?> SayAsync(ReleaseLine line, (Guid Person, GrantRole Role, string Because) said, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var own = line.Application;
        await db.Database.ExecuteSqlAsync($"select from grants.applications where id = {own.Id} for no key update", cancel);
        if (await db.LastDecisions().SingleOrDefaultAsync(one => one.ApplicationId == own.Id, cancel) is not { } decision || decision.Id != line.Decision?.Id)
            return CorrectionRefusal.PageIsOld;
        if (await WhyNotAsync(decision, said.Role, cancel) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        db.Add(new Correction(decision.Id, said.Person, said.Role, said.Because, now));
        db.Journal.Add(new JournalEntry(said.Person, "Said that a decision was announced wrongly", await db.SubjectOfAsync(own.CallId, cancel), said.Because, now).About(own.Ref ?? ""));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    async Task<CorrectionRefusal?> WhyNotAsync(Decision decision, GrantRole role, CancellationToken cancel) =>
        decision.ResultId is not null ? CorrectionRefusal.PeopleVoted
        : await db.Set<Correction>().AnyAsync(one => one.DecisionId == decision.Id && one.Role == role, cancel) ? CorrectionRefusal.SaidAlready
        : await db.Set<Referral>().AnyAsync(one => one.DecisionId == decision.Id && one.WithdrawnAt == null || one.AnswerId == decision.Id, cancel) ? CorrectionRefusal.WithTheCouncil
        : await db.Awards.AnyAsync(award => award.ApplicationId == decision.ApplicationId && award.DeclinedAt == null && award.ReleasedAt == null, cancel) ? CorrectionRefusal.OfferStands
        : null;
}

public static class CorrectionSearch
{
    /// <summary>Decisions of which both said that they were announced wrongly, and no other stands yet.</summary>
    public static IQueryable<Decision> ToBeCorrected(this PbContext db) => db.LastDecisions().Where(decision =>
        db.Set<Correction>().Count(one => one.DecisionId == decision.Id) == 2);

    /// <summary>What was said to be wrong, once, when the meeting opens that votes again: both versions stand in the minutes.</summary>
    internal static async Task WriteCorrectionsAsync(this PbContext db, Meeting meeting, DateTimeOffset now, CancellationToken cancel)
    {
        var items = meeting.Items.ToDictionary(item => item.ApplicationId);
        foreach (var wrong in await db.ToBeCorrected().AsNoTracking().Where(one => items.Keys.Contains(one.ApplicationId)).ToListAsync(cancel))
            foreach (var said in await db.Set<Correction>().AsNoTracking().Where(one => one.DecisionId == wrong.Id).OrderBy(one => one.At).ToListAsync(cancel))
                meeting.Write(MinuteKind.SaidWrongly, items[wrong.ApplicationId], now, $"{said.Role}", said.Because, $"{wrong.Outcome}", $"{wrong.Amount.MinorUnits}");
    }
}

/// <summary>Why nothing is corrected.</summary>
public enum CorrectionRefusal
{
    PageIsOld,
    SaidAlready,

    /// <summary>The count stands; it is looked at where the votes were counted.</summary>
    PeopleVoted,

    /// <summary>The council has sent it back, or the panel has answered that: it is voted on there.</summary>
    WithTheCouncil,

    /// <summary>The group has an offer: what was offered is not taken away by a correction.</summary>
    OfferStands,
}

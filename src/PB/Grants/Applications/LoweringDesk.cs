using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Meetings;
using PB.Journal;

namespace PB.Grants.Applications;

/// <summary>Lowers a conflict of interest: by two, neither of them the one who declared it, and into the minutes of the meeting that decides.</summary>
public sealed class LoweringDesk(PbContext db, TimeProvider clock)
{
    public Task<LoweringRefusal?> ProposeAsync((Guid Application, Guid Person) whose, (ConflictLevel To, string Because) words, Guid byId, CancellationToken cancel) =>
        ChangeAsync(whose.Application, byId, "Proposed to lower a conflict of interest", async now =>
        {
            if (byId == whose.Person || words.To is ConflictLevel.Conflict)
                return LoweringRefusal.Own;
            if (!await db.InConflict(whose.Application).ContainsAsync(whose.Person, cancel)
                || await db.ConflictLowerings.AnyAsync(one => one.ApplicationId == whose.Application && one.PersonId == whose.Person && one.AgreedAt == null, cancel))
                return LoweringRefusal.DealtWith;
            db.ConflictLowerings.Add(new ConflictLowering(whose.Application, whose.Person, words, byId, now));
            return null;
        }, cancel);

    public Task<LoweringRefusal?> AgreeAsync(ConflictLowering proposed, Guid chairId, CancellationToken cancel) =>
        ChangeAsync(proposed.ApplicationId, chairId, "Agreed to lower a conflict of interest", async now =>
        {
            var lowering = await db.ConflictLowerings.SingleAsync(one => one.Id == proposed.Id, cancel);
            if (lowering.AgreedAt is not null || !await db.InConflict(lowering.ApplicationId).ContainsAsync(lowering.PersonId, cancel))
                return LoweringRefusal.DealtWith;
            if (chairId == lowering.PersonId || chairId == lowering.ProposedBy)
                return LoweringRefusal.Own;
            lowering.Agree(chairId, now);
            db.ConflictDeclarations.Add(new ConflictDeclaration(lowering.ApplicationId, lowering.PersonId, new ConflictWords(lowering.To), now));
            await MinuteAsync(lowering, now, cancel);
            return null;
        }, cancel);

    // In a meeting that is open it stands in the minutes at once; else when the next one opens.
    async Task MinuteAsync(ConflictLowering lowering, DateTimeOffset now, CancellationToken cancel)
    {
        var open = await db.Set<Meeting>().Where(meeting => meeting.OpenedAt != null && meeting.ClosedAt == null && meeting.Items.Any(item => item.ApplicationId == lowering.ApplicationId)).Select(meeting => (Guid?)meeting.Id).SingleOrDefaultAsync(cancel);
        if (open is null)
            return;
        await db.Database.ExecuteSqlAsync($"select from grants.meetings where id = {open} for no key update", cancel);
        var meeting = await db.Set<Meeting>().Include(one => one.Items).Include(one => one.Minutes).AsSplitQuery().SingleAsync(one => one.Id == open, cancel);
        await db.WriteLoweringsAsync(meeting, [lowering], now, cancel);
    }

    async Task<LoweringRefusal?> ChangeAsync(Guid applicationId, Guid byId, string act, Func<DateTimeOffset, Task<LoweringRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.applications where id = {applicationId} for update""").ToListAsync(cancel);
        var now = clock.GetUtcNow();
        if (await change(now) is { } refusal)
            return refusal;
        var about = await db.Applications.Where(own => own.Id == applicationId).Select(own => new { own.CallId, own.Ref }).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(byId, act, await db.SubjectOfAsync(about.CallId, cancel), "", now).About(about.Ref ?? ""));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Why a conflict of interest is not lowered.</summary>
public enum LoweringRefusal
{
    /// <summary>Two others have to want it.</summary>
    Own,
    DealtWith,
}

static class LoweringMinutes
{
    /// <summary>Who takes part again, and not why.</summary>
    public static async Task WriteLoweringsAsync(this PbContext db, Meeting meeting, IEnumerable<ConflictLowering> lowerings, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var lowering in lowerings)
        {
            var name = await db.PanelMembers.Where(member => member.PersonId == lowering.PersonId && member.LeftAt == null).Select(member => member.DisplayName).FirstOrDefaultAsync(cancel)
                ?? await db.Users.Where(person => person.Id == lowering.PersonId).Select(person => person.Name).SingleAsync(cancel);
            meeting.Write(MinuteKind.ConflictLowered, meeting.Items.Single(item => item.ApplicationId == lowering.ApplicationId), now, name);
            lowering.Minute(now);
        }
    }
}

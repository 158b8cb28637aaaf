using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Takes the word of the chair and of a youth worker that an application is talked about although few have marked it.</summary>
public sealed class MeetingAnywayDesk(PbContext db, TimeProvider clock)
{
    public async Task SayAsync(Call call, ThinLine line, (Guid Person, GrantRole Role, string Because) said, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.applications where id = {line.Application.Id} for no key update", cancel);
        if (await db.Set<MeetingAnyway>().AnyAsync(one => one.ApplicationId == line.Application.Id && one.Role == said.Role, cancel)) return;
        var now = clock.GetUtcNow();
        db.Add(new MeetingAnyway(line.Application.Id, said.Person, said.Role, said.Because, now));
        db.Journal.Add(new JournalEntry(said.Person, "Agreed to talk about an application that few have marked", await db.SubjectOfAsync(call.Id, cancel), said.Because, now).About(line.Application.Ref ?? ""));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

static class MeetingAnywayMinutes
{
    /// <summary>Why there are so few cards, as the chair and a youth worker said it: once, when the meeting opens.</summary>
    public static async Task WriteThinCardsAsync(this PbContext db, Meeting meeting, DateTimeOffset now, CancellationToken cancel)
    {
        var items = meeting.Items.ToDictionary(item => item.ApplicationId);
        foreach (var said in await db.Set<MeetingAnyway>().AsNoTracking().Where(one => items.Keys.Contains(one.ApplicationId)).OrderBy(one => one.At).ToListAsync(cancel))
            meeting.Write(MinuteKind.FewCards, items[said.ApplicationId], now, $"{said.Role}", said.Because);
    }
}

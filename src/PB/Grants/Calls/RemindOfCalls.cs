using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Panels;
using PB.Jobs;
using PB.Outbox;

namespace PB.Grants.Calls;

/// <summary>Writes to the panel, and to groups that are still writing, when a call opens, a week and a day before it closes, and when it has closed. By day, and each once.</summary>
public sealed class RemindOfCalls(PbContext db, Roster roster, CallLetters letters, TimeProvider clock) : IJob
{
    static readonly TimeSpan Late = TimeSpan.FromDays(2);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var call in await db.Calls.AsNoTracking().Where(one => one.AnnouncedAt != null && one.CancelledAt == null && one.Dates.OpensAt <= now && one.Dates.ClosesAt > now - Late).ToListAsync(cancel))
            if (DayTime.Is(now, call.TimeZone))
                await RemindAsync(call, StepAt(call.Dates, now), now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    static CallStep StepAt(CallDates dates, DateTimeOffset now) =>
        now >= dates.ClosesAt + ApplicationStatuses.DraftGrace ? CallStep.Closed
        : now >= dates.ClosesAt!.Value.AddDays(-1) ? CallStep.LastDay
        : now >= dates.ClosesAt.Value.AddDays(-7) ? CallStep.LastWeek : CallStep.Open;

    async Task RemindAsync(Call call, CallStep step, DateTimeOffset now, CancellationToken cancel)
    {
        var members = (await roster.ActiveAsync(call.PanelId, cancel)).Select(seat => seat.Member.PersonId!.Value).ToList();
        var panel = await db.Users.Where(one => members.Contains(one.Id) && one.Email != null).Select(one => one.Email!).ToListAsync(cancel);
        var drafts = await db.Applications.AsNoTracking().Where(own => own.CallId == call.Id && own.SubmittedAt == null && own.WithdrawnAt == null)
            .Select(own => new { own.AdultEmail, Lead = db.Users.Where(one => one.Id == own.LeadId).Select(one => one.Email).Single() }).ToListAsync(cancel);
        // On the last day each lead has a mail of their own, which names the plan.
        var writing = drafts.SelectMany(own => (string?[])[step is CallStep.LastDay ? null : own.Lead, own.AdultEmail]).Where(address => address is { Length: > 0 }).Select(address => address!).Except(panel);
        List<Message> due = [.. panel.Select(address => letters.Step(call, step, (address, true), now)), .. writing.Distinct().Select(address => letters.Step(call, step, (address, false), now))];
        var keys = due.ConvertAll(message => message.Key);
        var sent = await db.Messages.Where(message => keys.Contains(message.Key)).Select(message => message.Key).ToListAsync(cancel);
        db.Messages.AddRange(due.Where(message => !sent.Contains(message.Key)));
    }
}

/// <summary>How far the time for applications is.</summary>
public enum CallStep
{
    Open,
    LastWeek,
    LastDay,
    Closed,
}

using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Calls meetings: what a panel has still to decide goes on the agenda.</summary>
public sealed class AgendaDesk(PbContext db, Agenda agenda, ThinlyMarked thin, MeetingLetters letters)
{
    public async Task<(Guid? Meeting, CallingRefusal? Refusal)> CallAsync(Call call, Guid panelId, MeetingPlan plan, string subject, CancellationToken cancel)
    {
        var now = agenda.Now;
        if (call.PausedAt is not null && panelId == call.PanelId)
            return (null, CallingRefusal.Paused);
        if (!call.MarkingIsOverAt(now))
            return (null, CallingRefusal.MarkingIsOpen);
        if ((await thin.OfAsync(call, cancel)).Any(line => line.StopsMeeting))
            return (null, CallingRefusal.TooFewCards);
        var applications = await agenda.OfAsync(call, panelId, cancel);
        if (applications.Count == 0 && !await db.OpenPotQuestions(call.FundId).AnyAsync(cancel))
            return (null, CallingRefusal.NothingToDecide);
        var meeting = new Meeting(call, panelId, plan, now);
        meeting.Plan(applications, now);
        db.Add(meeting);
        await letters.InviteAsync(meeting, call, now, cancel);
        db.Journal.Add(new JournalEntry(plan.CalledBy, "Called a meeting of the panel", subject, "", now));
        await db.SaveChangesAsync(cancel);
        return (meeting.Id, null);
    }
}

/// <summary>Why no meeting is called.</summary>
public enum CallingRefusal
{
    MarkingIsOpen,

    /// <summary>The panel has fewer members than it needs.</summary>
    Paused,

    /// <summary>Fewer have marked an application than the call promised, and chair and youth worker have not both said why it is talked about all the same.</summary>
    TooFewCards,
    NothingToDecide,
}

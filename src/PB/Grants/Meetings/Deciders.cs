using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Panels;

namespace PB.Grants.Meetings;

/// <summary>Who says what becomes of a decision after the meeting: the active members of the panel that decided, without those who have a conflict.</summary>
public sealed class Deciders(PbContext db, Roster roster)
{
    public async Task<IReadOnlySet<Guid>> OfAsync(Guid decisionId, CancellationToken cancel)
    {
        var decided = await (
            from decision in db.Set<Decision>()
            where decision.Id == decisionId
            join meeting in db.Set<Meeting>() on decision.MeetingId equals meeting.Id
            select new { decision.ApplicationId, meeting.PanelId }).SingleAsync(cancel);
        var conflicts = await db.InConflict(decided.ApplicationId).ToListAsync(cancel);
        return (await roster.ActiveAsync(decided.PanelId, cancel)).Select(seat => seat.Member.PersonId!.Value).Except(conflicts).ToHashSet();
    }
}

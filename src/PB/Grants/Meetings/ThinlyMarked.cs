using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Grants.Panels;

namespace PB.Grants.Meetings;

/// <summary>Finds the applications that fewer members have marked than the call promised. No meeting is called on them before the chair and a youth worker have both said why.</summary>
public sealed class ThinlyMarked(PbContext db, Roster roster)
{
    /// <returns>Those that have never been on an agenda, in the order of their numbers.</returns>
    public async Task<IReadOnlyList<ThinLine>> OfAsync(Call call, CancellationToken cancel)
    {
        var waiting = await db.OnTheTable(call.Id).AsNoTracking().Where(own => !db.Set<Item>().Any(item => item.ApplicationId == own.Id)).OrderBy(own => own.Ref).ToListAsync(cancel);
        var ids = waiting.ConvertAll(own => own.Id);
        var cards = (await db.Set<Card>().Where(card => ids.Contains(card.ApplicationId)).ThatCount(db).Select(card => card.ApplicationId).ToListAsync(cancel)).CountBy(id => id).ToDictionary();
        var said = (await db.Set<MeetingAnyway>().AsNoTracking().Where(one => ids.Contains(one.ApplicationId)).ToListAsync(cancel)).ToLookup(one => one.ApplicationId);
        var conflicts = (await db.LiveConflicts().Where(one => ids.Contains(one.ApplicationId)).Select(one => new { one.ApplicationId, one.PersonId }).ToListAsync(cancel)).ToLookup(one => one.ApplicationId, one => one.PersonId);
        var leaders = (await roster.ActiveAsync(call.PanelId, cancel)).Where(seat => seat.Member.Role is PanelRole.Chair or PanelRole.ViceChair).Select(seat => seat.Member.PersonId!.Value).ToList();
        return [.. from own in waiting
                   let marked = cards.GetValueOrDefault(own.Id)
                   where marked < call.Rules.MinCards
                   select new ThinLine(own, marked, [.. said[own.Id]]) { HasLeader = leaders.Exists(leader => !conflicts[own.Id].Contains(leader)) }];
    }
}

/// <summary>An application with fewer cards than the call promised.</summary>
/// <param name="Cards">How many count.</param>
/// <param name="Said">Why it is talked about all the same.</param>
public sealed record ThinLine(Application Application, int Cards, IReadOnlyList<MeetingAnyway> Said)
{
    /// <summary>Whether the chair or the vice-chair has no conflict in it; else the youth worker's word alone is enough, and the other panel decides.</summary>
    public bool HasLeader { get; init; }

    public bool StopsMeeting => Said.All(one => one.Role is not GrantRole.YouthWorker) || HasLeader && Said.All(one => one.Role is not GrantRole.Chair);
}

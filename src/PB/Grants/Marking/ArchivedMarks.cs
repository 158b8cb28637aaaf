using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Marking;

/// <summary>Makes the marks of a call nobody's when it is put away.</summary>
static class ArchivedMarks
{
    /// <summary>
    /// Each marker becomes a code that leads to nobody, so that the averages stay as they were; what markers wrote goes, and with it who was to read what.
    /// A card that did not count, because of a conflict, does not begin to.
    /// </summary>
    public static async Task ForgetMarkersAsync(this PbContext db, Guid callId, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"""
            with codes as (select c.person_id, gen_random_uuid() as code from grants.cards c join grants.applications a on a.id = c.application_id
                           where a.call_id = {callId} and c.person_id is not null group by c.person_id)
            update grants.cards c set person_id = null, marker_code = k.code, comment = '', note = '',
                handed_in_at = case when grants.has_conflict(c.application_id, c.person_id) then null else c.handed_in_at end
            from grants.applications a, codes k where a.id = c.application_id and a.call_id = {callId} and k.person_id = c.person_id
            """, cancel);
        await db.Database.ExecuteSqlAsync($"delete from grants.readings r using grants.applications a where a.id = r.application_id and a.call_id = {callId}", cancel);
    }
}

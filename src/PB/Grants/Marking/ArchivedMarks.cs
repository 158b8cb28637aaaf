using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Marking;

/// <summary>Makes the marks of archived calls nobody's.</summary>
static class ArchivedMarks
{
    /// <summary>
    /// A year after a call was published, once its awards have ended, each marker becomes a code that leads to nobody, so that the averages stay as they were;
    /// what markers wrote goes, and who was to read what. A card that did not count, because of a conflict, does not begin to.
    /// </summary>
    public static async Task<int> ArchiveMarksAsync(this PbContext db, DateTimeOffset now, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            with archived as (
                select c.id from grants.calls c where c.published_at < {now.AddYears(-1)} and not exists (
                    select from grants.awards w join grants.applications a on a.id = w.application_id
                    where a.call_id = c.id and w.declined_at is null and w.released_at is null and w.ended_at is null)),
            codes as (select a.call_id, c.person_id, gen_random_uuid() as code from grants.cards c join grants.applications a on a.id = c.application_id
                      where a.call_id in (select id from archived) and c.person_id is not null group by a.call_id, c.person_id)
            update grants.cards c set person_id = null, marker_code = k.code, comment = '', note = '',
                handed_in_at = case when grants.has_conflict(c.application_id, c.person_id) then null else c.handed_in_at end
            from grants.applications a join codes k on k.call_id = a.call_id where a.id = c.application_id and k.person_id = c.person_id
            """, cancel)
        + await db.Database.ExecuteSqlAsync($"""
            delete from grants.readings r using grants.applications a, grants.calls c where a.id = r.application_id and c.id = a.call_id and c.published_at < {now.AddYears(-1)}
            """, cancel);
}

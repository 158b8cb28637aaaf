using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Journal;

namespace PB.Grants.Care;

/// <summary>Empties what a youth fund may not keep any longer. Reference, title and sums stay: they are the council's accounts.</summary>
/// <remarks>
/// Applications that were not funded: a year after their call was published. Bank details: when the award has ended. Papers of an award: six years after
/// its end. A member's day of birth, addresses and consents: a year after leaving. What was said in a thread: after a year. A photo: as soon as one yes
/// on it is taken back.
/// </remarks>
public sealed class ForgetGrantPapers(PbContext db, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('pb old grant papers', 0))", cancel);
        var now = clock.GetUtcNow();
        var emptied = await EmptyAsync(now, cancel);
        if (emptied > 0)
            db.Journal.Add(new JournalEntry(null, "Emptied papers of youth funds", "funds", $"Records: {emptied}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    async Task<int> EmptyAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (yearAgo, sixYearsAgo) = (now.AddYears(-1), now.AddYears(-6));
        return await db.Database.ExecuteSqlAsync($"""
                update grants.applications a set summary = '', need = '', young_led = '', plan = '', keeping_safe = '', adult_email = ''
                from grants.calls c where c.id = a.call_id and c.published_at < {yearAgo} and a.summary <> ''
                and not exists (select from grants.awards w where w.application_id = a.id and w.released_at is null)
                """, cancel)
            + await db.Database.ExecuteSqlAsync($"""
                update grants.bank_accounts b set sealed = '' from grants.awards w where w.id = b.award_id and w.ended_at < {now.AddDays(-30)} and length(b.sealed) > 0
                and not exists (select from grants.money_back m where m.award_id = w.id and m.waived_at is null and m.received_on is null)
                """, cancel)
            + await db.Database.ExecuteSqlAsync($"""
                update grants.report_lines l set receipt = '' from grants.reports r join grants.awards w on w.id = r.award_id
                where r.id = l.report_id and w.ended_at < {sixYearsAgo} and length(l.receipt) > 0
                """, cancel)
            + await EmptyPeopleAsync(yearAgo, cancel)
            + await db.Database.ExecuteSqlAsync($"""
                update grants.group_photos p set jpeg = '' where length(jpeg) > 0
                and exists (select from grants.photo_consents c where c.photo_id = p.id and c.withdrawn_at is not null)
                """, cancel);
    }

    async Task<int> EmptyPeopleAsync(DateTimeOffset yearAgo, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"delete from grants.consents c using grants.panel_members m where m.id = c.member_id and m.left_at < {yearAgo}", cancel)
        + await db.Database.ExecuteSqlAsync($"update grants.panel_members set born_on = '', email = '', parent_email = '', parent_key_hash = null, age_extension = '' where left_at < {yearAgo} and length(born_on) > 0", cancel)
        + await db.Database.ExecuteSqlAsync($"update grants.thread_messages set text = '' where written_at < {yearAgo} and text <> ''", cancel);
}

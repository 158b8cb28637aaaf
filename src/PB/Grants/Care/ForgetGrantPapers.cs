using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Jobs;
using PB.Journal;

namespace PB.Grants.Care;

/// <summary>Empties what a youth fund may not keep any longer. Reference, title and sums stay: they are the council's accounts.</summary>
/// <remarks>
/// Applications that were not funded: a year after their call was published. Bank details: when the award has ended. Papers of an award: six years after
/// its end. A member's day of birth, addresses and consents: a year after leaving. What was said in a thread: after a year. A photo: as soon as one yes
/// on it is taken back. Films and voices: a year after their call was published. Invitations into a team that nobody followed: a month after the close.
/// What panel and groups asked each other: a year after the decisions. Practice marks: a year after the practice. Papers on keeping safe: with the words
/// of their application. What was planned and seen on a visit: a year after it. What a panel was asked about one of its members: a year
/// after. Where an adult was written to who was to take a grant over: with their signature, or a year after. A worry: as long after it was closed as the body's own schedule says.
/// </remarks>
public sealed class ForgetGrantPapers(PbContext db, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('pb old grant papers', 0))", cancel);
        var now = clock.GetUtcNow();
        var emptied = await EmptyAsync(now, cancel) + await EmptyGroupsAsync(now, cancel) + await DeleteWorriesAsync(now, cancel);
        if (emptied > 0)
            db.Journal.Add(new JournalEntry(null, "Emptied papers of youth funds", "funds", $"Records: {emptied}", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    async Task<int> EmptyAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (yearAgo, sixYearsAgo) = (now.AddYears(-1), now.AddYears(-6));
        return await db.Database.ExecuteSqlAsync($"""
                update grants.applications a set summary = '', need = '', young_led = '', plan = '', keeping_safe = '', transcript = '', adult_email = ''
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

    async Task<int> EmptyGroupsAsync(DateTimeOffset now, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
                delete from grants.recordings r using grants.applications a join grants.calls c on c.id = a.call_id
                where a.id = r.application_id and (a.withdrawn_at is not null or c.published_at < {now.AddYears(-1)} or c.cancelled_at < {now.AddYears(-1)} or a.entered_at is null and c.closes_at < {now.AddYears(-1)})
                """, cancel)
            + await db.Database.ExecuteSqlAsync($"""
                update grants.team_members m set email = '', key_hash = null, left_at = coalesce(m.left_at, {now})
                from grants.applications a join grants.calls c on c.id = a.call_id where a.id = m.application_id and m.email <> '' and c.closes_at < {now.AddDays(-30)}
                """, cancel)
            + await db.Database.ExecuteSqlAsync($"""
                delete from grants.panel_questions q using grants.applications a join grants.calls c on c.id = a.call_id where a.id = q.application_id and c.published_at < {now.AddYears(-1)}
                """, cancel)
            + await db.Database.ExecuteSqlAsync($"""
                delete from grants.application_papers p using grants.applications a join grants.calls c on c.id = a.call_id
                where a.id = p.application_id and (a.withdrawn_at is not null or c.published_at < {now.AddYears(-1)} or c.cancelled_at < {now.AddYears(-1)} or a.entered_at is null and c.closes_at < {now.AddYears(-1)})
                """, cancel)
            + await db.Database.ExecuteSqlAsync($"""
                delete from grants.practice_cards m using grants.practice_examples e join grants.practices p on p.id = e.practice_id where e.id = m.example_id and p.closed_at < {now.AddYears(-1)}
                """, cancel);

    Task<int> DeleteWorriesAsync(DateTimeOffset now, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        delete from grants.worries w using grants.funds f where f.id = w.fund_id and w.closed_at < {now} - make_interval(months => f.worries_kept_months)
        """, cancel);

    async Task<int> EmptyPeopleAsync(DateTimeOffset yearAgo, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"delete from grants.consents c using grants.panel_members m where m.id = c.member_id and m.left_at < {yearAgo}", cancel)
        + await db.Database.ExecuteSqlAsync($"update grants.panel_members set born_on = '', email = '', parent_email = '', parent_key_hash = null, age_extension = '' where left_at < {yearAgo} and length(born_on) > 0", cancel)
        + await db.Database.ExecuteSqlAsync($"delete from grants.removal_answers a using grants.removals r where r.id = a.removal_id and r.asked_at < {yearAgo}", cancel)
        + await db.Database.ExecuteSqlAsync($"update grants.handovers set adult_email = '' where asked_at < {yearAgo} and adult_email <> ''", cancel)
        + await db.Database.ExecuteSqlAsync($"delete from grants.removals where asked_at < {yearAgo}", cancel)
        + await db.Database.ExecuteSqlAsync($"delete from grants.visitors g using grants.visits v where v.id = g.visit_id and v.day < {DateOnly.FromDateTime(yearAgo.UtcDateTime)}", cancel)
        + await db.Database.ExecuteSqlAsync($"delete from grants.visits v where v.day < {DateOnly.FromDateTime(yearAgo.UtcDateTime)}", cancel)
        + await db.Database.ExecuteSqlAsync($"update grants.thread_messages set text = '' where written_at < {yearAgo} and text <> ''", cancel);
}

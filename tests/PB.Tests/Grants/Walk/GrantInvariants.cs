namespace PB.Tests.Grants.Walk;

/// <summary>The invariants of the specification, asked of the database as its owner. Each counts what is wrong.</summary>
static class GrantInvariants
{
    static readonly (string Name, string Count)[] All =
    [
        ("I1 what the ledger promises an award is the award", """
            select count(*) from grants.awards a, lateral (select coalesce(sum(case e.kind when 'Commit' then e.amount when 'Release' then -e.amount else 0 end), 0) as promised from grants.pot_entries e where e.award_id = a.id) l
            where a.ended_at is null and l.promised <> case when a.signed_at is null or a.released_at is not null then 0 else a.amount end
            """),
        ("I2 no pot is below nothing", "select count(*) from (select 1 from grants.pot_entries e group by e.pot_id having sum(grants.sign_of(e.kind) * e.amount) < 0) x"),
        ("I3 no award is paid more than it is, and its parts come to it", """
            select count(*) from grants.awards a where (select coalesce(sum(p.amount), 0) from grants.payments p where p.award_id = a.id and p.paid_on is not null) > a.amount
            or (select coalesce(sum(e.amount), 0) from grants.pot_entries e where e.award_id = a.id and e.kind = 'Pay') > a.amount
            or (select sum(i.amount) from grants.instalments i where i.award_id = a.id) is distinct from a.amount
            """),
        ("I4 nobody marks or votes on what they had a conflict in", """
            select (select count(*) from grants.cards c join grants.conflict_declarations d using (application_id, person_id) where d.level = 'Conflict' and c.handed_in_at > d.at)
            + (select count(*) from grants.voters w join grants.votes v on v.id = w.vote_id join grants.meeting_items i on i.id = v.item_id
               join grants.conflict_declarations d on d.application_id = i.application_id and d.person_id = w.person_id where d.level = 'Conflict' and d.at < v.opened_at)
            """),
        ("I5 one card each", "select count(*) from (select 1 from grants.cards where person_id is not null group by application_id, person_id having count(*) > 1) x"),
        ("I6 a decision follows from a closed vote with its quorum", """
            select count(*) from grants.decisions d join grants.votes v on v.id = d.vote_id join grants.applications a on a.id = d.application_id join grants.calls c on c.id = a.call_id,
            lateral (select v.yes > v.no and 2 * v.yes >= v.quorum or v.yes = v.no and v.stage = 'FundAgain' and c.ties <> 'NotNow' as passed) p,
            lateral (select case when v.stage = 'FundAll' then a.requested else coalesce((select s.amount from grants.votes s where s.item_id = d.item_id and s.closed_at is not null and s.amount is not null
                       and (s.stage = 'Amount' or s.stage = 'Lines' and s.yes > s.no and 2 * s.yes >= s.quorum) order by s.opened_at desc, s.id desc limit 1), 0) end as settled) s
            where v.closed_at is null or v.quorum < 3 or v.yes + v.no + v.abstain < v.quorum
            or d.outcome <> 'No' and (not p.passed or d.amount <> s.settled) or d.outcome = 'No' and (d.amount <> 0 or p.passed and s.settled >= greatest(a.viable, 1))
            """),
        ("I7 an amount is between the least of the call and what was asked for", """
            select count(*) from grants.decisions d join grants.applications a on a.id = d.application_id join grants.calls c on c.id = a.call_id
            where d.amount <> 0 and d.amount not between c.min_award and a.requested
            """),
        ("I8 weights are a hundred", "select count(*) from grants.calls c where c.criteria_agreed_at is not null and (select sum(k.weight) from grants.criteria k where k.call_id = c.id) is distinct from 100"),
        ("I9 an offer is signed by the accountable officer, and nothing about it is sent back", """
            select count(*) from grants.awards a where a.signed_at is not null and (not grants.has_task(a.fund_id, a.signed_by, 'AccountableOfficer')
            or exists (select from grants.referrals r where r.decision_id = a.decision_id and r.withdrawn_at is null and r.answered_at is null))
            """),
        ("I10 two people approve a payment, and neither is the supporting adult", """
            select count(*) from grants.payments p join grants.awards a on a.id = p.award_id join grants.applications g on g.id = a.application_id
            where p.coordinator_id = p.finance_id or p.officer_id in (p.coordinator_id, p.finance_id) or g.adult_id in (p.coordinator_id, p.finance_id, p.officer_id)
            or (p.batch_id is not null or p.paid_on is not null) and (p.finance_id is null or p.needs_officer and p.officer_id is null)
            """),
        ("nothing goes to the bank while a grant waits for its new adult", """
            select count(*) from grants.payments p join grants.payment_batches b on b.id = p.batch_id join grants.handovers h on h.award_id = p.award_id
            where b.made_at > h.asked_at and (b.made_at < h.signed_at or h.signed_at is null and not exists (select from grants.handovers n where n.award_id = h.award_id and n.asked_at > h.asked_at))
            """),
        ("I12 two adults in every thread", "select count(*) from grants.threads t where (select count(*) from grants.thread_members m where m.thread_id = t.id and m.is_adult and m.left_at is null) < 2"),
        ("I13 nobody outside the ages decides", """
            select (select count(*) from grants.cards c join people p on p.id = c.person_id where p.name = 'Ola Past') + (select count(*) from grants.voters v join people p on p.id = v.person_id where p.name = 'Ola Past')
            + (select count(*) from grants.conflict_declarations d join people p on p.id = d.person_id where p.name = 'Ola Past')
            """),
        ("I14 somebody else has read what others see", "select count(*) from grants.thread_messages m where m.released_at is not null and (m.moderated_by is null or m.moderated_by = m.author_id)"),
        ("I15 all are told in one release, but for those whom both left out", """
            select count(*) from grants.decisions d join grants.applications a on a.id = d.application_id join grants.calls c on c.id = a.call_id
            where d.released_at is not null and (c.published_at is null or d.released_at < c.published_at)
            or c.published_at is not null and a.withdrawn_at is null and d.released_at is distinct from c.published_at and d.decided_at < c.published_at
               and not exists (select from grants.decisions later where later.application_id = d.application_id and later.decided_at > d.decided_at)
               and (select count(distinct r.role) from grants.release_agreements r where r.application_id = a.id) < 2
            """),
        ("nothing is marked in a call that waits for members, and nothing asked in a meeting that stopped for now", """
            select (select count(*) from grants.cards k join grants.applications a on a.id = k.application_id join grants.calls c on c.id = a.call_id where k.handed_in_at > c.paused_at)
            + (select count(*) from grants.votes v join grants.meetings m on m.id = v.meeting_id where v.opened_at > m.suspended_at or m.suspended_at is not null and v.closed_at is null)
            """),
        ("I19 who voted and what was cast cannot be joined", """
            select count(*) from grants.casts c where c.choices <> array(select one from unnest(c.choices) one order by one collate "C") or cardinality(c.choices) <> (select count(*) from grants.voters w where w.vote_id = c.vote_id)
            """),
        ("I20 the accountable officer decides nothing", "select count(*) from grants.decisions d join grants.fund_appointments f on f.person_id = d.declared_by and f.role = 'AccountableOfficer'"),
    ];

    /// <summary>Everything that is wrong, one line each: an array of text.</summary>
    public static readonly string Query = $"select array_remove(array[{string.Join(", ", All.Select(one => $"case when ({one.Count}) > 0 then '{one.Name}' end"))}], null)";

    /// <summary>What nobody may ever change (I8, I16, I20): the rows as they are, as an array of hashes.</summary>
    public const string Kept = """
        select coalesce(array_agg(md5(row)), '{}') from (
            select e::text from grants.pot_entries e union all select encode(j.hash, 'hex') from journal.entries j union all select m::text from grants.minute_lines m
            union all select d::text from grants.conflict_declarations d union all select k::text from grants.criteria k
            union all select d.id::text || d.amount || d.outcome || d.declared_by from grants.decisions d) kept (row)
        """;
}

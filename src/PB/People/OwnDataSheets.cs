namespace PB.People;

/// <summary>Lines about a person in one table.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Columns">The columns that lead from the table to the person.</param>
/// <param name="Rows">The lines: {0} is the person, {1} the moment.</param>
sealed record OwnDataSheet(string Name, string[] Columns, string Rows)
{
    public string Sql { get; } = $"select coalesce(json_agg(line), '[]')::text as \"Value\" from ({Rows}) line";
}

/// <summary>What there is about a person, table by table; and what is left out, with the reason.</summary>
public static class OwnDataSheets
{
    /// <summary>Each column by which a table leads to a person whose lines the file has.</summary>
    public static IEnumerable<string> Columns => All.SelectMany(sheet => sheet.Columns).Append("sms.phone_links.voter_id");

    internal static IReadOnlyList<OwnDataSheet> All { get; } =
    [
        new("My account", [], """
            select name as "name", email as "e-mail address", email_confirmed as "address confirmed", created_at as "made at", two_factor_enabled as "second factor" from people where id = {0}
            """),
        new("My tasks", ["person_roles.user_id"], """select r.name as "task" from person_roles p join roles r on r.id = p.role_id where p.user_id = {0} order by 1"""),
        new("Neighbourhoods that I look after", ["appointments.person_id"], """select n.name as "neighbourhood" from appointments a join neighbourhoods n on n.id = a.neighbourhood_id where a.person_id = {0} order by 1"""),
        new("Departments that I belong to", ["department_officers.person_id"], """select d.name as "department" from department_officers o join departments d on d.id = o.department_id where o.person_id = {0} order by 1"""),
        new("Where I live", ["register.voters.person_id"], """select postcode as "postcode", age as "age", declared_at as "said at" from register.voters where person_id = {0}"""),
        new("Rounds in which I may vote", ["register.roll_entries.voter_id"], """
            select r.title as "round", e.way as "shown by", e.connection as "connection", n.name as "neighbourhood", e.postcode as "postcode", e.age as "age", e.entered_at as "at"
            from register.roll_entries e join register.voters v on v.id = e.voter_id join rounds r on r.id = e.round_id left join neighbourhoods n on n.id = e.area_id where v.person_id = {0} order by e.entered_at
            """),
        new("What I said so that my ballot counts", ["register.provisional_voters.voter_id"], """
            select r.title as "round", p.name as "name", p.born_on as "born on", p.address as "address", p.because as "because", p.claimed_at as "said at", p.decision as "decision", p.reason as "reason"
            from register.provisional_voters p join register.voters v on v.id = p.voter_id join rounds r on r.id = p.round_id where v.person_id = {0} order by p.claimed_at
            """),
        new("Registers that have me", ["register.people.voter_id"], """
            select r.title as "round", n.name as "neighbourhood", p.age as "age" from register.people p join register.voters v on v.id = p.voter_id join rounds r on r.id = p.round_id
            left join neighbourhoods n on n.id = p.area_id where v.person_id = {0} order by 1
            """),
        new("Codes that I used", ["register.codes.voter_id", "sms.codes.voter_id"], """
            select r.title as "round", 'letter' as "kind", null::timestamptz as "at" from register.codes c join register.voters v on v.id = c.voter_id join rounds r on r.id = c.round_id where v.person_id = {0}
            union all select r.title, 'text', c.used_at from sms.codes c join register.voters v on v.id = c.voter_id join rounds r on r.id = c.round_id where v.person_id = {0}
            """),
        new("Rounds in which I voted", ["register.mark.voter_id"], """
            select r.title as "round", m.last_at as "you voted at", m.channel as "by" from register.voters v cross join rounds r cross join lateral register.my_mark(r.id, v.id) m
            where v.person_id = {0} and r.announced_at is not null and r.voting_from <= {1} and m.version is not null order by m.last_at
            """),
        new("My ideas", ["proposals.proposer_id"], """
            select r.title as "round", p.number as "number", p.title as "title", p.description as "description", p.place as "place", p.latitude as "latitude", p.longitude as "longitude",
                p.proposer_name as "put forward by", p.proposer_email as "e-mail address", p.estimate as "cost in pence", p.running_costs as "cost each year in pence", p.running_costs_by as "paid by",
                p.owner_after as "owner after", p.consent as "consent", p.event as "event", p.created_at as "begun at", p.submitted_at as "sent in at", p.withdrawn_at as "taken back at",
                (select count(*) from proposal_photos f where f.proposal_id = p.id) as "photos, on its page"
            from proposals p join rounds r on r.id = p.round_id where p.proposer_id = {0} or lower(p.proposer_email) = (select lower(email) from people where id = {0}) order by p.created_at
            """),
        new("How I changed ideas", ["proposal_versions.by"], """
            select p.title as "idea", v.number as "version", v.title as "title", v.description as "description", v.because as "because", v.at as "at"
            from proposal_versions v join proposals p on p.id = v.proposal_id where v.by = {0} order by v.at
            """),
        new("Ideas that I was asked to put forward together or to join", [], """
            select p.title as "idea", c.name as "my name", c.email as "my address", c.asked_at as "asked at", c.accepted_at as "yes at", c.declined_at as "no at"
            from co_proposers c join proposals p on p.id = c.proposal_id where lower(c.email) = (select lower(email) from people where id = {0})
            union all select p.title, c.name, c.email, null, c.agreed_at, c.refused_at
            from merger_consents c join mergers m on m.id = c.merger_id join proposals p on p.id = m.proposal_id where lower(c.email) = (select lower(email) from people where id = {0})
            """),
        new("What I wrote about ideas", ["comments.person_id"], """
            select p.title as "idea", c.kind as "kind", c.text as "text", c.for_the_council as "for the council", c.at as "at", c.taken_away_at as "taken away at"
            from comments c join proposals p on p.id = c.proposal_id where c.person_id = {0} order by c.at
            """),
        new("Comments that I reported", ["comment_reports.person_id"], """
            select p.title as "idea", r.because as "because", r.at as "at" from comment_reports r join comments c on c.id = r.comment_id join proposals p on p.id = c.proposal_id where r.person_id = {0} order by r.at
            """),
        new("Ideas that I endorsed", ["endorsements.person_id"], """select p.title as "idea", e.at as "at" from endorsements e join proposals p on p.id = e.proposal_id where e.person_id = {0} order by e.at"""),
        new("Interests that I declared", ["interests.person_id"], """select p.title as "idea", i.reason as "reason", i.declared_at as "at" from interests i join proposals p on p.id = i.proposal_id where i.person_id = {0} order by i.declared_at"""),
        new("Results that I questioned", ["challenges.person_id"], """
            select r.title as "round", c.words as "my words", c.made_at as "at", c.answer as "answer", c.answered_at as "answered at" from challenges c join rounds r on r.id = c.round_id where c.person_id = {0} order by c.made_at
            """),
        new("What I follow", ["round_followers.person_id"], """select r.title as "round", f.asked_at as "since" from round_followers f join rounds r on r.id = f.round_id where f.person_id = {0} order by f.asked_at"""),
        new("Mails to me", [], """select subject as "subject", created_at as "written at", sent_at as "sent at" from outbox.messages where lower("to") = (select lower(email) from people where id = {0}) order by created_at"""),
        new("Digits that I asked for to tie a phone", ["sms.link_codes.person_id"], """select created_at as "asked at", expires_at as "good until", used_at as "used at" from sms.link_codes where person_id = {0} order by created_at"""),
        new("My tasks in youth funds", ["grants.fund_appointments.person_id"], """
            select f.name as "fund", a.role as "task", a.since as "since", a.until as "until" from grants.fund_appointments a join grants.funds f on f.id = a.fund_id where a.person_id = {0} order by a.since
            """),
        new("My panels", ["grants.panel_members.person_id"], """
            select p.name as "panel", m.display_name as "name", m.role as "task", m.email as "e-mail address", m.invited_at as "invited at", m.joined_at as "joined at", m.trained_at as "trained at",
                m.rested_at as "resting since", m.left_at as "left at" from grants.panel_members m join grants.panels p on p.id = m.panel_id where m.person_id = {0} order by m.invited_at
            """),
        new("My group’s plans", ["grants.applications.lead_id", "grants.applications.adult_id", "grants.team_members.person_id", "grants.awards.lead_id", "grants.awards.adult_id", "grants.signatures.person_id"], """
            select c.title as "call", a.title as "title", a.summary as "summary", a.group_name as "group", a.need as "why", a.plan as "plan", a.young_led as "how young people lead it", a.keeping_safe as "keeping safe",
                case when a.lead_id = {0} then 'lead' when a.adult_id = {0} then 'adult' else 'team' end as "my part", a.created_at as "begun at", a.submitted_at as "sent at",
                (select max(s.at) from grants.signatures s where s.application_id = a.id and s.person_id = {0}) as "signed by me at",
                (select w.amount from grants.awards w where w.application_id = a.id limit 1) as "award in pence"
            from grants.applications a join grants.calls c on c.id = a.call_id
            where {0} in (a.lead_id, a.adult_id) or exists (select from grants.team_members t where t.application_id = a.id and t.person_id = {0}) order by a.created_at
            """),
        new("My cards with marks", ["grants.cards.person_id", "grants.readings.person_id", "grants.practice_cards.person_id"], """
            select a.title as "plan", c.opened_at as "opened at", c.handed_in_at as "handed in at", c.comment as "comment", c.note as "note to myself" from grants.cards c join grants.applications a on a.id = c.application_id
            where c.person_id = {0} and not grants.has_conflict(a.id, {0})
            union all select e.title, null, p.handed_in_at, '', '' from grants.practice_cards p join grants.practice_examples e on e.id = p.example_id where p.person_id = {0}
            union all select a.title, null, null, 'dealt to me', '' from grants.readings r join grants.applications a on a.id = r.application_id
            where r.person_id = {0} and not grants.has_conflict(a.id, {0})
            """),
        new("Checks of me as an adult", ["grants.adult_checks.person_id"], """select scheme as "scheme", checked_on as "checked on", renew_on as "again on", seen_at as "seen at" from grants.adult_checks where person_id = {0} order by checked_on"""),
        new("Meetings and visits that I was at", ["grants.attendances.person_id", "grants.visitors.person_id"], """
            select m.place as "place", a.kind as "as", a.came_at as "came at", a.left_at as "left at" from grants.attendances a join grants.meetings m on m.id = a.meeting_id where a.person_id = {0}
            union all select 'a visit', case when v.is_adult then 'adult' else 'member' end, null, null from grants.visitors v where v.person_id = {0}
            """),
        new("What I wrote in conversations", ["grants.thread_members.person_id", "grants.thread_messages.author_id"], """
            select 'in it as ' || m.name as "text", m.joined_at as "at" from grants.thread_members m where m.person_id = {0}
            union all select t.text, t.written_at from grants.thread_messages t where t.author_id = {0} order by 2
            """),
        new("Questions of my panel that I answered openly", [.. Answers.Select(answer => $"grants.{answer}.person_id")], """
            select 'the weights' as "about", choice::text as "answer", at as "at" from grants.weight_votes where person_id = {0}
            union all select 'a meeting on few cards', because, at from grants.meetings_anyway where person_id = {0}
            union all select 'the minutes', 'yes', at from grants.minutes_agreements where person_id = {0}
            union all select 'a condition', case when is_yes then 'yes' else 'no' end, at from grants.panel_condition_answers where person_id = {0}
            union all select 'telling everybody', because, at from grants.release_agreements where person_id = {0}
            union all select 'somebody leaving the panel', case when is_yes then 'yes' else 'no' end, at from grants.removal_answers where person_id = {0}
            union all select 'another organisation for a grant', case when is_yes then 'yes' else 'no' end, at from grants.handover_answers where person_id = {0}
            union all select 'the reserve list', case when is_yes then 'yes' else 'no' end, at from grants.reserve_answers where person_id = {0}
            """),
    ];

    static string[] Answers => ["handover_answers", "weight_votes", "meetings_anyway", "minutes_agreements", "panel_condition_answers", "release_agreements", "removal_answers", "reserve_answers"];
}

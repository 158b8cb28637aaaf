-- People decide on what a panel shortlisted, slips of paper are cast by two adults, and what was practised or asked stays as it was.

-- A decision comes from a closed vote on its item with a quorum in the room, within what the call allows, and never from the accountable officer.
-- Where people decide among those that the panel put on the ballot, it says what their final count says.
create or replace function grants.keep_decision() returns trigger language plpgsql as $$
declare
    v grants.votes;
    a grants.applications;
    c grants.calls;
begin
    select * into v from grants.votes where id = new.vote_id;
    select * into a from grants.applications where id = new.application_id;
    select * into c from grants.calls where id = a.call_id;
    if v.closed_at is null or v.meeting_id <> new.meeting_id or v.stage not in ('Fund', 'FundAgain', 'FundAll') or v.item_id is distinct from (case when v.stage = 'FundAll' then null else new.item_id end)
       or not exists (select from grants.meeting_items i where i.id = new.item_id and i.application_id = new.application_id and i.meeting_id = new.meeting_id) then
        raise exception 'a decision comes from a closed vote on its item' using errcode = 'PB004';
    end if;
    if v.yes + v.no + v.abstain < v.quorum or v.quorum < 3 then
        raise exception 'too few voted' using errcode = 'PB004';
    end if;
    if (new.outcome <> 'No' or new.result_id is not null) and not (v.yes > v.no and v.yes >= (v.quorum + 1) / 2) and not (v.yes = v.no and v.stage = 'FundAgain' and c.ties <> 'NotNow') then
        raise exception 'the vote did not pass' using errcode = 'PB004';
    end if;
    if new.outcome <> 'No' and new.amount not between c.min_award and a.requested
       or new.outcome in ('Fund', 'Part') and new.outcome <> (case when new.amount = a.requested then 'Fund' else 'Part' end) then
        raise exception 'an award is between the least of the call and what was asked for' using errcode = 'PB004';
    end if;
    if new.result_id is not null and c.mode <> 'PanelThenPublicVote'
       or new.result_id is null and c.mode = 'PanelThenPublicVote' and (new.outcome <> 'No' or new.declared_by is null) then
        raise exception 'people decide in this call, or the panel does' using errcode = 'PB004';
    end if;
    if new.result_id is not null and not grants.is_as_people_voted(new) then
        raise exception 'a decision is what people voted' using errcode = 'PB004';
    end if;
    if exists (select from grants.fund_appointments p where p.fund_id = c.fund_id and p.person_id = new.declared_by and p.until is null and p.role = 'AccountableOfficer') then
        raise exception 'the accountable officer decides nothing' using errcode = 'PB009';
    end if;
    return new;
end $$;

-- Funded is what the certified count funds, and nothing else; who got a vote waits, and who got none does not.
create function grants.is_as_people_voted(d grants.decisions) returns boolean language sql stable as $$
    select coalesce((
        select d.public_votes = coalesce((line ->> 'votes')::int, 0)
           and case d.outcome when 'Fund' then line ->> 'outcome' in ('Funded', 'ToppedUp', 'FundedBeforehand')
                              when 'Reserve' then d.public_votes > 0
                              when 'No' then d.public_votes = 0 else false end
        from grants.ballot_plans b
        join public.proposals p on p.id = b.proposal_id
        join public.rounds o on o.id = b.round_id and o.certified_at is not null
        join public.results r on r.id = d.result_id and r.round_id = b.round_id and r.published_at is not null
        left join lateral (select s as line from jsonb_array_elements(r.document::jsonb -> 'count' -> 'steps') s where (s ->> 'number')::int = p.number) steps on true
        where b.application_id = d.application_id), false)
$$;

-- Slips of paper: what one adult entered waits where the site cannot read it, and is cast when another adult enters the same.
create table grants.slips (
    vote_id uuid not null constraint pk_slips primary key constraint fk_slips_vote_id references grants.votes (id) on delete restrict,
    entered_by uuid not null constraint fk_slips_entered_by references public.people (id) on delete restrict,
    choices text[] not null
);

-- Whoever decides, is in the room, has no conflict in what is asked, and votes in this way.
create function grants.may_vote(v grants.votes, p_person uuid, p_on_paper boolean) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from grants.attendances t where t.meeting_id = v.meeting_id and t.person_id = p_person and t.kind = 'Member' and t.left_at is null and t.on_paper = p_on_paper)
       and not exists (select from grants.meeting_items i where i.id = v.item_id and grants.has_conflict(i.application_id, p_person))
$$;
create or replace function grants.may_vote(v grants.votes, p_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select grants.may_vote(v, p_person, false) $$;

create function grants.voters_on_paper(p_vote uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select t.person_id from grants.votes v join grants.attendances t on t.meeting_id = v.meeting_id and t.left_at is null and t.on_paper
    where v.id = p_vote and grants.may_vote(v, t.person_id, true) and not exists (select from grants.voters d where d.vote_id = v.id and d.person_id = t.person_id)
$$;

create function grants.slips_entered_by(p_vote uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select (select entered_by from grants.slips where vote_id = p_vote) $$;

-- Outcomes: First, Cast, Closed (or never there), Already, NotYours, Count, TooFew, Differ.
create function grants.enter_slips(p_vote uuid, p_adult uuid, p_choices text[]) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v grants.votes;
    first grants.slips;
    people uuid[];
    entered text[] := array(select one from unnest(p_choices) one order by one collate "C");
begin
    select * into v from grants.votes where id = p_vote for no key update;
    if v.id is null or v.closed_at is not null or v.secrecy <> 'Secret' then
        return 'Closed';
    end if;
    if not exists (select from grants.attendances t where t.meeting_id = v.meeting_id and t.person_id = p_adult and t.kind = 'Adult' and t.left_at is null)
       or exists (select from unnest(entered) one where not coalesce(case when v.stage = 'Amount' then one ~ '^([0-9]{1,10}|None)$' else one in ('Yes', 'No', 'Abstain') end, false)) then
        return 'NotYours';
    end if;
    people := array(select grants.voters_on_paper(p_vote));
    if cardinality(people) = 0 then
        return 'Already';
    elsif cardinality(people) < 2 then
        return 'TooFew';
    elsif cardinality(people) <> cardinality(entered) then
        return 'Count';
    end if;
    select * into first from grants.slips where vote_id = p_vote;
    if not found or first.entered_by = p_adult then
        insert into grants.slips values (p_vote, p_adult, entered) on conflict (vote_id) do update set choices = excluded.choices;
        return 'First';
    end if;
    delete from grants.slips where vote_id = p_vote;
    if first.choices <> entered then
        return 'Differ';
    end if;
    insert into grants.voters select p_vote, person from unnest(people) person;
    insert into grants.casts as c values (p_vote, entered)
    on conflict (vote_id) do update set choices = array(select one from unnest(c.choices || excluded.choices) one order by one collate "C");
    return 'Cast';
end $$;

-- What was asked and answered stays as it was passed on; a practice card is handed in once.
create function grants.keep_question() returns trigger language plpgsql as $$
begin
    if (new.application_id, new.asked_by, new.text, new.asked_at) is distinct from (old.application_id, old.asked_by, old.text, old.asked_at)
       or old.passed_on_at is not null and new.passed_on_at is distinct from old.passed_on_at
       or old.shown_at is not null and new is distinct from old then
        raise exception 'a question stays as it was asked' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_question before update on grants.panel_questions for each row execute function grants.keep_question();

do $$
declare
    name text;
    door regprocedure;
begin
    foreach name in array array['practice_cards', 'ballot_plans', 'vote_money'] loop
        execute format('create trigger keep_rows before update on grants.%I for each row execute function rnd.refuse()', name);
    end loop;
    foreach name in array array['public_votes', 'ballot_plans', 'practices'] loop
        execute format('create trigger touch after insert or update or delete on grants.%I for each row execute function journal.touch()', name);
    end loop;
    grant usage, create on schema grants to pb_vote_owner;
    alter table grants.slips owner to pb_vote_owner;
    revoke all on grants.slips from public, pb_app;
    foreach door in array array['grants.may_vote(grants.votes, uuid, boolean)', 'grants.voters_on_paper(uuid)', 'grants.slips_entered_by(uuid)', 'grants.enter_slips(uuid, uuid, text[])']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
    revoke create on schema grants from pb_vote_owner;
end $$;

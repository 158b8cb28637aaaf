-- Marking and meetings of a youth council: who may mark and vote, what stays as it was, and votes in secret.

create function grants.has_conflict(p_application uuid, p_person uuid) returns boolean language sql stable as $$
    select coalesce((select d.level = 'Conflict' from grants.conflict_declarations d
                     where d.application_id = p_application and d.person_id = p_person order by d.at desc, d.id desc limit 1), false)
$$;

-- Nobody marks what they have a conflict in, or have not said whether they have; and nobody marks once marking has closed.
create function grants.keep_card() returns trigger language plpgsql as $$
declare
    card grants.cards;
begin
    if tg_table_name = 'cards' then
        card := case when tg_op = 'DELETE' then old else new end;
    else
        select * into card from grants.cards c where c.id = (case when tg_op = 'DELETE' then old.card_id else new.card_id end);
    end if;
    if grants.has_conflict(card.application_id, card.person_id)
       or not exists (select from grants.conflict_declarations d where d.application_id = card.application_id and d.person_id = card.person_id) then
        raise exception 'whoever marks has said before that they have no conflict' using errcode = 'PB009';
    end if;
    if not exists (select from grants.applications a join grants.calls c on c.id = a.call_id
                   where a.id = card.application_id and a.found_eligible_at is not null and rnd.clock() < c.marking_closes_at) then
        raise exception 'marking is not open' using errcode = 'PB002';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_card before insert or update or delete on grants.cards for each row execute function grants.keep_card();
create trigger keep_card before insert or update or delete on grants.marks for each row execute function grants.keep_card();

-- A vote that is closed stays as it was counted; only the amount that follows from it is worked out afterwards.
create function grants.keep_vote() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null and (old.amount is not null or (to_jsonb(new) - 'amount') <> (to_jsonb(old) - 'amount')) or (to_jsonb(new) - array['closed_at', 'yes', 'no', 'abstain', 'amount']) <> (to_jsonb(old) - array['closed_at', 'yes', 'no', 'abstain', 'amount']) then
        raise exception 'a vote stays as it was' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_vote before update on grants.votes for each row execute function grants.keep_vote();

-- A decision comes from a closed vote on that application with a quorum in the room, within what the call allows, and never from the accountable officer.
create function grants.keep_decision() returns trigger language plpgsql as $$
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
    if new.outcome <> 'No' and not (v.yes > v.no and v.yes >= (v.quorum + 1) / 2) and not (v.yes = v.no and v.stage = 'FundAgain' and c.ties <> 'NotNow') then
        raise exception 'the vote did not pass' using errcode = 'PB004';
    end if;
    if new.outcome <> 'No' and new.amount not between c.min_award and a.requested
       or new.outcome in ('Fund', 'Part') and new.outcome <> (case when new.amount = a.requested then 'Fund' else 'Part' end) then
        raise exception 'an award is between the least of the call and what was asked for' using errcode = 'PB004';
    end if;
    if exists (select from grants.fund_appointments p where p.fund_id = c.fund_id and p.person_id = new.declared_by and p.until is null and p.role = 'AccountableOfficer') then
        raise exception 'the accountable officer decides nothing' using errcode = 'PB009';
    end if;
    return new;
end $$;
create trigger keep_decision before insert on grants.decisions for each row execute function grants.keep_decision();

create function grants.keep_decided() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['signed_at', 'signed_by', 'released_at', 'committed_at']) <> (to_jsonb(old) - array['signed_at', 'signed_by', 'released_at', 'committed_at']) then
        raise exception 'what was decided stays' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_decided before update on grants.decisions for each row execute function grants.keep_decided();

-- Who voted, and what was cast: two tables that share the vote and nothing else. What was cast is one row a vote, sorted by what it says, so that
-- neither a time nor an order nor a transaction leads from a choice to a person. The site can read it only when the vote is closed.
create table grants.voters (
    vote_id uuid not null constraint fk_voters_vote_id references grants.votes (id) on delete restrict,
    person_id uuid not null constraint fk_voters_person_id references public.people (id) on delete restrict,
    constraint pk_voters primary key (vote_id, person_id)
);
create table grants.casts (
    vote_id uuid not null constraint pk_casts primary key constraint fk_casts_vote_id references grants.votes (id) on delete restrict,
    choices text[] not null
);

-- Outcomes: Cast, Closed (or never there), Already, NotYours.
create function grants.cast_vote(p_vote uuid, p_person uuid, p_choice text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v grants.votes;
begin
    select * into v from grants.votes where id = p_vote for no key update;
    if v.id is null or v.closed_at is not null or v.secrecy <> 'Secret' then
        return 'Closed';
    end if;
    if not grants.may_vote(v, p_person) or not (case when v.stage = 'Amount' then p_choice ~ '^([0-9]{1,10}|None)$' else p_choice in ('Yes', 'No', 'Abstain') end) then
        return 'NotYours';
    end if;
    insert into grants.voters values (p_vote, p_person) on conflict do nothing;
    if not found then
        return 'Already';
    end if;
    insert into grants.casts as c values (p_vote, array[p_choice])
    on conflict (vote_id) do update set choices = array(select one from unnest(c.choices || excluded.choices) one order by one collate "C");
    return 'Cast';
end $$;

-- Whoever decides, is in the room, and has no conflict in what is asked.
create function grants.may_vote(v grants.votes, p_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from grants.attendances t where t.meeting_id = v.meeting_id and t.person_id = p_person and t.kind = 'Member' and t.left_at is null)
       and not exists (select from grants.meeting_items i where i.id = v.item_id and grants.has_conflict(i.application_id, p_person))
$$;

create function grants.voted(p_vote uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select person_id from grants.voters where vote_id = p_vote order by person_id $$;

-- Counts a vote in secret, and closes it in the same breath. False where it was closed before.
create function grants.close_vote(p_vote uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    cast_then text[];
begin
    perform from grants.votes where id = p_vote and closed_at is null and secrecy = 'Secret' for no key update;
    if not found then
        return false;
    end if;
    cast_then := coalesce((select choices from grants.casts where vote_id = p_vote), '{}');
    update grants.votes set closed_at = rnd.clock(), yes = (select count(*) from unnest(cast_then) c where c not in ('No', 'Abstain', 'None')),
        no = (select count(*) from unnest(cast_then) c where c = 'No'), abstain = (select count(*) from unnest(cast_then) c where c in ('Abstain', 'None'))
    where id = p_vote;
    return true;
end $$;

-- The amounts that were named, once the vote is closed.
create function grants.named_amounts(p_vote uuid) returns setof bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select one::bigint from grants.casts c join grants.votes v on v.id = c.vote_id and v.closed_at is not null and v.stage = 'Amount', unnest(c.choices) one
    where c.vote_id = p_vote and one <> 'None'
$$;

do $$
declare
    name text;
    door regprocedure;
begin
    foreach name in array array['minute_lines', 'decision_parts', 'vote_lines', 'release_agreements'] loop
        execute format('create trigger keep_rows before update or delete on grants.%I for each row execute function rnd.refuse()', name);
        execute format('create trigger keep_whole before truncate on grants.%I for each statement execute function rnd.refuse()', name);
    end loop;
    foreach name in array array['decisions', 'votes', 'referrals', 'voters', 'casts'] loop
        execute format('create trigger keep_from_deletion before delete on grants.%I for each row execute function rnd.refuse()', name);
    end loop;
    foreach name in array array['meetings', 'decisions', 'referrals', 'release_agreements', 'reading_deals'] loop
        execute format('create trigger touch after insert or update or delete on grants.%I for each row execute function journal.touch()', name);
    end loop;
    grant usage, create on schema grants to pb_vote_owner;
    grant select on grants.attendances, grants.meeting_items, grants.conflict_declarations to pb_vote_owner;
    grant select, update, references on grants.votes to pb_vote_owner;
    grant select, references on public.people to pb_vote_owner;
    foreach name in array array['voters', 'casts'] loop
        execute format('alter table grants.%I owner to pb_vote_owner', name);
        execute format('revoke all on grants.%I from public, pb_app', name);
    end loop;
    foreach door in array array['grants.cast_vote(uuid, uuid, text)', 'grants.may_vote(grants.votes, uuid)', 'grants.voted(uuid)', 'grants.close_vote(uuid)', 'grants.named_amounts(uuid)']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
    revoke create on schema grants from pb_vote_owner;
end $$;

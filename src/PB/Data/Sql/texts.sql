-- Voting by text: the room's rights, texts that the network had in time and we did not, and votes that are taken back.

grant usage on schema sms to pb_app;
grant select, insert, update, delete on all tables in schema sms to pb_app;
-- The close asks whether all texts are in.
grant usage on schema sms to pb_vote_owner;
grant select (round_id, reconciled_at) on sms.rounds to pb_vote_owner;

-- What both doors share: p_had_at is null for a ballot that comes now, and the moment at which the telephone network had it for a late text.
create function ballotbox.drop_in(
    p_round uuid, p_voter uuid, p_channel text, p_assurance text, p_tag bytea, p_version int,
    p_key bytea, p_request_mac bytea, p_content text, p_area text, p_nonce bytea, p_leaf_hash bytea,
    p_notice uuid, p_subject text, p_body text, p_had_at timestamptz,
    out outcome text, out version int, out leaf_hash bytea, out at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    gate rnd.round;
    earlier ballotbox.submission;
begin
    -- A snapshot older than the gate would still see a closed round open.
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'ballots are cast under read committed only' using errcode = '25001';
    end if;

    -- Lock before clock: casts share the gate, the close has it alone.
    perform pg_advisory_xact_lock_shared(rnd.gate(p_round));
    select * into gate from rnd.round where id = p_round;
    at := coalesce(p_had_at, rnd.clock());

    -- A retry is answered as the first time, also after the close.
    select * into earlier from ballotbox.submission where key = p_key;
    if not found then
        if gate.state is distinct from (case when p_had_at is null then 'open' else 'closing' end) or at < gate.opens_at or at >= gate.closes_at then
            outcome := 'closed';
            return;
        end if;
        insert into ballotbox.submission (key, request_mac, round_id, leaf_hash, version)
        values (p_key, p_request_mac, p_round, p_leaf_hash, p_version) on conflict (key) do nothing;
        if not found then
            select * into earlier from ballotbox.submission where key = p_key;
        end if;
    end if;
    if earlier.key is not null then
        outcome := case when earlier.request_mac = p_request_mac and earlier.round_id = p_round then 'replayed' else 'key_reused' end;
        version := earlier.version;
        leaf_hash := earlier.leaf_hash;
        return;
    end if;

    -- A text that was long on its way does not take the place of what the same person did later.
    if exists (select from register.mark where round_id = p_round and voter_id = p_voter and last_at > p_had_at) then
        delete from ballotbox.submission where key = p_key;
        outcome := 'superseded';
        return;
    end if;

    if p_version = 1 then
        insert into register.mark (round_id, voter_id, channel, version, final, assurance, last_at)
        values (p_round, p_voter, p_channel, 1, p_channel = 'paper', p_assurance, at)
        on conflict (round_id, voter_id) do nothing;
    else
        update register.mark set version = p_version, channel = p_channel, final = p_channel = 'paper', assurance = p_assurance, last_at = at
        where round_id = p_round and voter_id = p_voter and gate.allow_change and not final and version = p_version - 1;
    end if;
    if not found then
        -- Nothing is kept of a ballot that is not taken, so that the same form can be sent again.
        delete from ballotbox.submission where key = p_key;
        outcome := case when exists (select 1 from register.mark where round_id = p_round and voter_id = p_voter and gate.allow_change and not final)
                        then 'stale' else 'already_voted' end;
        return;
    end if;

    -- The second lock on one vote each, apart from the register's: also against what is sealed already.
    if exists (select 1 from ballotbox.sealed where round_id = p_round and tag = p_tag and version = p_version) then
        raise exception 'version % of this ballot is in the log already', p_version using errcode = 'unique_violation';
    end if;
    insert into ballotbox.inbox (round_id, tag, version, content, area, class, nonce, leaf_hash)
    values (p_round, p_tag, p_version, p_content, p_area, p_assurance, p_nonce, p_leaf_hash);
    -- The mail says that a ballot came, not what was on it; its receipt code is filled in when it is sent, and never stored.
    insert into outbox.messages (id, key, "to", subject, body, created_at, next_try_at, tries)
    select p_notice, format('ballot/%s/%s/%s', p_round, p_voter, p_version), person.email, p_subject, p_body, at, at, 0
    from register.voters voter join public.people person on person.id = voter.person_id
    where voter.id = p_voter and person.email is not null;
    outcome := 'accepted';
    version := p_version;
    leaf_hash := p_leaf_hash;
end $$;

-- The one door of every ballot, as before. Outcomes: accepted, replayed, key_reused, closed, stale, already_voted.
create or replace function ballotbox.cast_ballot(
    p_round uuid, p_voter uuid, p_channel text, p_assurance text, p_tag bytea, p_version int,
    p_key bytea, p_request_mac bytea, p_content text, p_area text, p_nonce bytea, p_leaf_hash bytea,
    p_notice uuid, p_subject text, p_body text,
    out outcome text, out version int, out leaf_hash bytea, out at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select * from ballotbox.drop_in(
        p_round, p_voter, p_channel, p_assurance, p_tag, p_version, p_key, p_request_mac, p_content, p_area, p_nonce, p_leaf_hash,
        p_notice, p_subject, p_body, null)
$$;

-- The same for a text that the telephone network had before the close and that reached us after it: only while the round is closing.
-- One more outcome: superseded, where the voter did something else after the text was sent.
create function ballotbox.cast_late(
    p_round uuid, p_voter uuid, p_channel text, p_assurance text, p_tag bytea, p_version int,
    p_key bytea, p_request_mac bytea, p_content text, p_area text, p_nonce bytea, p_leaf_hash bytea,
    p_notice uuid, p_subject text, p_body text, p_had_at timestamptz,
    out outcome text, out version int, out leaf_hash bytea, out at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    if p_had_at is null or p_channel <> 'sms' then
        raise exception 'only texts come late' using errcode = 'PB003';
    end if;
    select * into outcome, version, leaf_hash, at from ballotbox.drop_in(
        p_round, p_voter, p_channel, p_assurance, p_tag, p_version, p_key, p_request_mac, p_content, p_area, p_nonce, p_leaf_hash,
        p_notice, p_subject, p_body, p_had_at);
end $$;

-- Shuts the gate for all but late texts, once its time has come. Says whether it is shut.
create function rnd.begin_closing(p_round uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(rnd.gate(p_round));
    update rnd.round set state = 'closing' where id = p_round and state = 'open' and rnd.clock() >= closes_at;
    return exists (select from rnd.round where id = p_round and state in ('closing', 'closed', 'sealed', 'certified'));
end $$;

-- Whether texts of a round may still be under way.
create function rnd.waits_for_texts(p_round uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select exists (select from sms.rounds where round_id = p_round and reconciled_at is null) $$;

create or replace function rnd.close_round(p_round uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    gate rnd.round;
begin
    perform pg_advisory_xact_lock(rnd.gate(p_round));
    select * into gate from rnd.round where id = p_round;
    if gate.state in ('closed', 'sealed', 'certified') then
        return true;
    end if;
    if gate.state not in ('open', 'closing') or gate.state is null or rnd.clock() < gate.closes_at or rnd.waits_for_texts(p_round) then
        return false;
    end if;
    update rnd.round set state = 'closing' where id = p_round and state = 'open';
    -- The minute of a vote was needed to order late texts; from here on the day is enough. Every mark is written anew, in an order of chance:
    -- neither its transaction nor its place says any more when somebody voted. An update would not do: it stays on the page where there is room.
    with gone as (delete from register.mark where round_id = p_round returning *)
    insert into register.mark (round_id, voter_id, channel, version, final, assurance, last_at)
    select round_id, voter_id, channel, version, final, assurance, date_trunc('day', last_at, 'UTC') from gone order by gen_random_uuid();
    update rnd.round set state = 'closed', closed_at = rnd.clock() where id = p_round;
    perform register.forget_notices(p_round);
    return true;
end $$;

-- A ballot without a choice is a vote that was taken back; a ranking stands in its own order.
create or replace function invariant.i14() returns setof text language sql stable as $$
    with papers as (
        select r.id, (r.rules::jsonb -> 'rules' ->> 'minChoices')::int as least, (r.rules::jsonb -> 'rules' ->> 'maxChoices')::int as most,
               case when r.rules::jsonb -> 'rules' ->> 'type' = 'Knapsack' then (r.rules::jsonb ->> 'budget')::bigint end as purse, r.rules::jsonb -> 'projects' as projects,
               r.rules::jsonb -> 'rules' ->> 'type' = 'Ranking' as is_ranking
        from rnd.round r),
    kinds as (select round_id, content, count(*) as n, content ~ '^([1-9][0-9]{0,8}(,[1-9][0-9]{0,8})*)?$' as is_plain from invariant.ballots where content is not null group by round_id, content),
    chosen as (select k.*, case when is_plain then coalesce(string_to_array(nullif(content, ''), ',')::int[], '{}') end as numbers from kinds k)
    select format('Round %s: %s ballots are not what its rules allow.', c.round_id, sum(c.n)) from chosen c join papers p on p.id = c.round_id
    cross join lateral (select count(*) as known, coalesce(sum((x ->> 'price')::bigint), 0) as cost from jsonb_array_elements(p.projects) x where (x ->> 'number')::int = any (c.numbers)) t
    where not c.is_plain or not p.is_ranking and c.numbers <> array(select distinct u from unnest(c.numbers) u order by u)
       or cardinality(c.numbers) <> (select count(distinct u) from unnest(c.numbers) u) or t.known <> cardinality(c.numbers)
       or c.numbers <> '{}' and cardinality(c.numbers) not between p.least and p.most or t.cost > p.purse
    group by c.round_id
$$;

alter function invariant.i14() security definer set search_path = pg_catalog, pg_temp;

do $$
declare
    door regprocedure;
begin
    foreach door in array array[
        'ballotbox.drop_in(uuid, uuid, text, text, bytea, int, bytea, bytea, text, text, bytea, bytea, uuid, text, text, timestamptz)',
        'ballotbox.cast_late(uuid, uuid, text, text, bytea, int, bytea, bytea, text, text, bytea, bytea, uuid, text, text, timestamptz)',
        'rnd.begin_closing(uuid)', 'rnd.waits_for_texts(uuid)']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
    end loop;
    grant execute on function ballotbox.cast_late(uuid, uuid, text, text, bytea, int, bytea, bytea, text, text, bytea, bytea, uuid, text, text, timestamptz) to pb_app;
    grant execute on function rnd.begin_closing(uuid), rnd.waits_for_texts(uuid) to pb_app;
end $$;

-- A cast asks PostgreSQL twice: who it is and where they live, and whether the ballot is in. What each costs is paid for every ballot of the last evening.

-- Every neighbourhood that a list has for a postcode, with the larger ones around them. Asked after "from", it becomes a part of the question.
create function neighbourhoods_around(p_postcode text) returns setof uuid language sql stable as $$
    with recursive around as (
        select neighbourhood_id as id from neighbourhood_postcodes where postcode = p_postcode
        union
        select n.parent_id from neighbourhoods n join around on n.id = around.id where n.parent_id is not null)
    select id from around
$$;

-- What the doors share, as before. They set on whose behalf it runs and where names are looked up; who has already sent the same is asked by sending it.
create or replace function ballotbox.drop_in(
    p_round uuid, p_voter uuid, p_channel text, p_assurance text, p_tag bytea, p_version int,
    p_key bytea, p_request_mac bytea, p_content text, p_area text, p_nonce bytea, p_leaf_hash bytea,
    p_notice uuid, p_subject text, p_body text, p_had_at timestamptz,
    out outcome text, out version int, out leaf_hash bytea, out at timestamptz)
language plpgsql security invoker as $$
#variable_conflict use_column
declare
    gate record;
    earlier ballotbox.submission;
begin
    -- A snapshot older than the gate would still see a closed round open.
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'ballots are cast under read committed only' using errcode = '25001';
    end if;

    -- Lock before clock: casts share the gate, the close has it alone.
    perform pg_advisory_xact_lock_shared(rnd.gate(p_round));
    select state, opens_at, closes_at, allow_change into gate from rnd.round where id = p_round;
    at := coalesce(p_had_at, rnd.clock());

    -- A retry is answered as the first time, also after the close.
    if gate.state is distinct from (case when p_had_at is null then 'open' else 'closing' end) or at < gate.opens_at or at >= gate.closes_at then
        select * into earlier from ballotbox.submission where key = p_key;
        if not found then
            outcome := 'closed';
            return;
        end if;
    else
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
    if p_had_at is not null and exists (select from register.mark where round_id = p_round and voter_id = p_voter and last_at > p_had_at) then
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

-- The one door of every ballot, as before. A function of SQL would be read and planned anew at each call.
create or replace function ballotbox.cast_ballot(
    p_round uuid, p_voter uuid, p_channel text, p_assurance text, p_tag bytea, p_version int,
    p_key bytea, p_request_mac bytea, p_content text, p_area text, p_nonce bytea, p_leaf_hash bytea,
    p_notice uuid, p_subject text, p_body text,
    out outcome text, out version int, out leaf_hash bytea, out at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    select * into outcome, version, leaf_hash, at from ballotbox.drop_in(
        p_round, p_voter, p_channel, p_assurance, p_tag, p_version, p_key, p_request_mac, p_content, p_area, p_nonce, p_leaf_hash,
        p_notice, p_subject, p_body, null);
end $$;

-- Casting and asking, now that ballots move from the inbox into the log.

drop function ballotbox.cast_ballot(uuid, uuid, text, text, bytea, int, bytea, bytea, text, bytea, bytea);
drop function ballotbox.my_ballot(uuid, bytea);

-- The one door of every ballot. Outcomes: accepted, replayed, key_reused, closed, stale (another version was cast meanwhile), already_voted.
-- p_version is the version that this ballot would be: 1, or one more than the version that the voter last saw.
create function ballotbox.cast_ballot(
    p_round uuid, p_voter uuid, p_channel text, p_assurance text, p_tag bytea, p_version int,
    p_key bytea, p_request_mac bytea, p_content text, p_area text, p_nonce bytea, p_leaf_hash bytea,
    p_notice uuid, p_subject text, p_body text,
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
    at := rnd.clock();

    -- A retry is answered as the first time, also after the close.
    select * into earlier from ballotbox.submission where key = p_key;
    if not found then
        if gate.state is distinct from 'open' or at < gate.opens_at or at >= gate.closes_at then
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

-- Where a voter's ballot lies, sealed or not.
create function ballotbox.versions(p_round uuid, p_tag bytea) returns table (version int, content text, leaf_hash bytea)
language sql stable set search_path = pg_catalog, pg_temp as $$
    select b.version, b.content, b.leaf_hash from ballotbox.inbox b where b.round_id = p_round and b.tag = p_tag
    union all
    select s.version, s.content, s.leaf_hash from ballotbox.sealed s where s.round_id = p_round and s.tag = p_tag
$$;

-- A voter's own choices and leaf, by the tag that only their own session computes, and only until the close.
create function ballotbox.my_ballot(p_round uuid, p_tag bytea, out content text, out version int, out leaf_hash bytea)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select b.content, b.version, b.leaf_hash
    from rnd.round r, lateral ballotbox.versions(p_round, p_tag) b
    where r.id = p_round and r.state = 'open' and rnd.clock() < r.closes_at
    order by b.version desc limit 1
$$;

-- The leaf of one version, for the mail that tells of it; also when the mail goes out late.
create function ballotbox.my_leaf(p_round uuid, p_tag bytea, p_version int) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select b.leaf_hash from rnd.round r, lateral ballotbox.versions(p_round, p_tag) b
    where r.id = p_round and r.state not in ('certified', 'void') and b.version = p_version
$$;

-- The tags that count for nothing, because an event set one of their ballots aside.
create function ballotbox.set_aside(p_round uuid) returns table (tag bytea)
language sql stable set search_path = pg_catalog, pg_temp as $$
    select s.tag from ballotbox.event e join ballotbox.sealed s on s.round_id = e.round_id and encode(s.leaf_hash, 'hex') = e.body::json ->> 'leaf'
    where e.round_id = p_round and e.type = 'annul'
$$;

-- What a receipt code stands for: the first 12 bytes of a leaf. Whether a ballot was replaced is told only when it is too late to punish for it.
create function ballotbox.find_leaf(p_prefix bytea, out round_id uuid, out leaf_index bigint, out leaf_hash bytea, out standing text)
returns setof record language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.round_id, s.leaf_index, s.leaf_hash, case
        when r.state = 'void' then 'void'
        when r.state not in ('sealed', 'certified') then 'in_log'
        when s.tag in (select tag from ballotbox.set_aside(s.round_id)) then 'set_aside'
        when exists (select 1 from ballotbox.sealed n where n.round_id = s.round_id and n.tag = s.tag and n.version > s.version) then 'replaced'
        else 'counted' end
    from ballotbox.sealed s join rnd.round r on r.id = s.round_id
    where s.leaf_hash between p_prefix and p_prefix || decode(repeat('ff', 20), 'hex')
    union all
    select b.round_id, null, b.leaf_hash, case r.state when 'void' then 'void' else 'waiting' end
    from ballotbox.inbox b join rnd.round r on r.id = b.round_id
    where b.leaf_hash between p_prefix and p_prefix || decode(repeat('ff', 20), 'hex')
$$;

-- The leaves of the log in their order: hashes, which say nothing of what they stand for.
create function ballotbox.leaves(p_round uuid) returns table (leaf_index bigint, leaf_hash bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.leaf_index, s.leaf_hash from ballotbox.sealed s where s.round_id = p_round
    union all
    select e.leaf_index, e.leaf_hash from ballotbox.event e where e.round_id = p_round
    order by 1
$$;

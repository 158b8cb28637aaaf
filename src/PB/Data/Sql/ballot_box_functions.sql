-- The ways in and out of the ballot box. Each runs as the owner of the tables, with a fixed search path.

-- Freezes the rules and opens the gate; the clock decides from when to when ballots go in. The first to call wins; later calls change nothing.
create function rnd.open_round(
    p_round uuid, p_opens_at timestamptz, p_closes_at timestamptz, p_allow_change boolean, p_rules text, p_key_checksum bytea)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(rnd.gate(p_round));
    insert into rnd.round (id, state, opens_at, closes_at, allow_change, rules, rules_hash, key_checksum)
    values (p_round, 'open', p_opens_at, p_closes_at, p_allow_change, p_rules, sha256(convert_to(p_rules, 'UTF8')), p_key_checksum)
    on conflict (id) do nothing;
end $$;

-- The one door of every ballot. Outcomes: accepted, replayed, key_reused, closed, stale (another version was cast meanwhile), already_voted.
-- p_version is the version that this ballot would be: 1, or one more than the version that the voter last saw.
create function ballotbox.cast_ballot(
    p_round uuid, p_voter uuid, p_channel text, p_assurance text, p_tag bytea, p_version int,
    p_key bytea, p_request_mac bytea, p_content text, p_nonce bytea, p_leaf_hash bytea,
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

    insert into ballotbox.inbox (round_id, tag, version, content, nonce, leaf_hash)
    values (p_round, p_tag, p_version, p_content, p_nonce, p_leaf_hash);
    outcome := 'accepted';
    version := p_version;
    leaf_hash := p_leaf_hash;
end $$;

-- Whether and when somebody has voted; never what.
create function register.my_mark(p_round uuid, p_voter uuid, out version int, out channel text, out final boolean, out last_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select version, channel, final, last_at from register.mark where round_id = p_round and voter_id = p_voter
$$;

-- A voter's own choices, by the tag that only their own session computes, and only until the close.
create function ballotbox.my_ballot(p_round uuid, p_tag bytea, out content text, out version int)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select b.content, b.version
    from ballotbox.inbox b join rnd.round r on r.id = b.round_id
    where b.round_id = p_round and b.tag = p_tag and r.state = 'open' and rnd.clock() < r.closes_at
    order by b.version desc limit 1
$$;

-- How many people have voted: the one figure that anybody may know before the close.
create function register.turnout(p_round uuid) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select count(*) from register.mark where round_id = p_round $$;

-- Shuts the gate once its time has come: waits for the casts under way, lets no more in. Says whether the round is closed.
create function rnd.close_round(p_round uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    gate rnd.round;
begin
    perform pg_advisory_xact_lock(rnd.gate(p_round));
    select * into gate from rnd.round where id = p_round;
    if gate.state in ('closed', 'sealed', 'certified') then
        return true;
    end if;
    if gate.state is distinct from 'open' or rnd.clock() < gate.closes_at then
        return false;
    end if;
    update rnd.round set state = 'closing' where id = p_round;
    update rnd.round set state = 'closed', closed_at = rnd.clock() where id = p_round;
    -- The minute of a vote was needed to order late texts; from here on the day is enough.
    update register.mark set last_at = date_trunc('day', last_at) where round_id = p_round and last_at <> date_trunc('day', last_at);
    return true;
end $$;

-- Shuts the gate of a cancelled round for good; its ballots stay, and are never counted.
create function rnd.void_round(p_round uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(rnd.gate(p_round));
    update rnd.round set state = 'void' where id = p_round and state <> 'void';
end $$;

-- The ballots that count, newest version of each, alike ones together. Refuses before the close, whoever asks.
create function ballotbox.counted(p_round uuid) returns table (content text, times bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select 1 from rnd.round where id = p_round and state in ('closed', 'sealed', 'certified')) then
        raise exception 'the ballot box of round % is not closed', p_round using errcode = 'PB005';
    end if;
    return query
        select newest.content, count(*)
        from (select distinct on (b.tag) b.content from ballotbox.inbox b where b.round_id = p_round order by b.tag, b.version desc) newest
        group by newest.content order by newest.content;
end $$;

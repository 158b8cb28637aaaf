-- Writing the log: the sealer takes ballots out of the inbox in batches, in the order of their hashes, and signs what it has.

create function ballotbox.seal_lock(p_round uuid) returns bigint language sql immutable as
$$ select hashtextextended('pb seal ' || p_round, 7002) $$;

create function ballotbox.next_index(p_round uuid) returns bigint language sql stable as $$
    select greatest(
        (select coalesce(max(leaf_index) + 1, 0) from ballotbox.sealed where round_id = p_round),
        (select coalesce(max(leaf_index) + 1, 0) from ballotbox.event where round_id = p_round))
$$;

-- Adds a leaf that is no ballot, and says where. Whoever calls it decides who may; nobody can from outside the database's own functions.
create function ballotbox.append_event(p_round uuid, p_type text, p_body text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    place bigint;
begin
    perform pg_advisory_xact_lock(ballotbox.seal_lock(p_round));
    place := ballotbox.next_index(p_round);
    insert into ballotbox.event (round_id, leaf_index, type, body, leaf_hash)
    values (p_round, place, p_type, p_body, sha256('\x00' || convert_to(
        'pb-event/1' || chr(10) || 'round=' || p_round || chr(10) || 'type=' || p_type || chr(10)
        || 'body=' || encode(sha256(convert_to(p_body, 'UTF8')), 'hex') || chr(10), 'UTF8')));
    return place;
end $$;

-- Begins the log with the set-up, which names the frozen rules by their hash. The first to call wins. Says whether it began now.
create function ballotbox.begin_log(p_round uuid, p_log_public_key bytea, p_setup text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(ballotbox.seal_lock(p_round));
    if ballotbox.next_index(p_round) > 0 then
        return false;
    end if;
    if not exists (select 1 from rnd.round where id = p_round and encode(rules_hash, 'hex') = p_setup::json ->> 'rules'
                   and p_setup::json ->> 'round' = p_round::text and p_setup::json ->> 'logKey' = encode(p_log_public_key, 'hex')) then
        raise exception 'this set-up is not that of round %', p_round using errcode = 'PB006';
    end if;
    update rnd.round set log_public_key = p_log_public_key where id = p_round;
    perform ballotbox.append_event(p_round, 'setup', p_setup);
    return true;
end $$;

-- Takes the waiting ballots into the log where there are enough of them: min_batch; or ten, six hours after the last head; or all, after the close.
-- Says which batch this is and how many leaves there now are; nothing when no leaf is without a head.
create function ballotbox.seal(p_round uuid, p_all boolean, out batch_no int, out tree_size bigint, out sealed_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    gate rnd.round;
    newest ballotbox.batch;
    waiting bigint;
    place bigint;
    now_sealing timestamptz := date_trunc('second', rnd.clock(), 'UTC');
    number int;
begin
    perform pg_advisory_xact_lock(ballotbox.seal_lock(p_round));
    select * into gate from rnd.round where id = p_round;
    -- One ballot alone in a batch would be as good as signed by whoever came at that minute.
    if p_all and gate.state is distinct from 'closed' then
        raise exception 'round % is not closed: its last ballots cannot be sealed yet', p_round using errcode = 'PB005';
    end if;
    select b.* into newest from ballotbox.batch b where b.round_id = p_round order by b.batch_no desc limit 1;
    number := coalesce(newest.batch_no, -1) + 1;
    place := ballotbox.next_index(p_round);
    select count(*) into waiting from ballotbox.inbox where round_id = p_round;
    if p_all or waiting >= gate.min_batch or waiting >= 10 and now_sealing >= newest.sealed_at + interval '6 hours' then
        insert into ballotbox.sealed (round_id, leaf_index, batch_no, tag, version, content, area, class, nonce, leaf_hash)
        select round_id, place - 1 + row_number() over (order by leaf_hash), number, tag, version, content, area, class, nonce, leaf_hash
        from ballotbox.inbox where round_id = p_round order by leaf_hash;
        delete from ballotbox.inbox b using ballotbox.sealed s where s.round_id = p_round and s.batch_no = number and b.leaf_hash = s.leaf_hash;
        -- They share the transaction of the cast, so they are written anew too, in an order that tells nothing.
        with gone as (
            delete from ballotbox.submission p using ballotbox.sealed s
            where s.round_id = p_round and s.batch_no = number and p.leaf_hash = s.leaf_hash returning p.*)
        insert into ballotbox.submission select * from gone order by key;
    end if;
    if ballotbox.next_index(p_round) > coalesce(newest.tree_size, 0) then
        batch_no := number;
        tree_size := ballotbox.next_index(p_round);
        sealed_at := now_sealing;
    end if;
end $$;

-- Puts the signed head over all leaves that there are. In the transaction of the sealing, or nothing was sealed.
create function ballotbox.add_head(p_round uuid, p_batch_no int, p_tree_size bigint, p_root bytea, p_signature bytea, p_sealed_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before bigint;
begin
    perform pg_advisory_xact_lock(ballotbox.seal_lock(p_round));
    select coalesce(max(tree_size), 0) into before from ballotbox.batch where round_id = p_round;
    if p_tree_size <> ballotbox.next_index(p_round) then
        raise exception 'the log of round % has % leaves, not %', p_round, ballotbox.next_index(p_round), p_tree_size using errcode = 'PB006';
    end if;
    insert into ballotbox.batch (round_id, batch_no, first_index, size, tree_size, root, signature, sealed_at)
    values (p_round, p_batch_no, before, p_tree_size - before, p_tree_size, p_root, p_signature, p_sealed_at);
end $$;

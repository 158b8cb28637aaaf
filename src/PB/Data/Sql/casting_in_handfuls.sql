-- Ballots of one moment, put in together: each a voter's first, sent for the first time, while voting is open. The places of those that are in come back.
-- Whoever is not among them goes through the one door alone, and is told there why. No voter is in one handful twice; handfuls are sorted by voter.
-- Tables that are empty when voting opens outgrow their statistics within a minute, so no plan may read a whole one.
create function ballotbox.cast_handful(
    p_round uuid, p_voter uuid[], p_channel text[], p_assurance text[], p_tag bytea[], p_key bytea[], p_request_mac bytea[],
    p_content text[], p_area text[], p_nonce bytea[], p_leaf_hash bytea[], p_notice uuid[], p_subject text[], p_body text[])
returns int[] language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
    gate record;
    at timestamptz;
    fresh int[];
    taken int[];
begin
    -- A snapshot older than the gate would still see a closed round open.
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'ballots are cast under read committed only' using errcode = '25001';
    end if;

    -- Lock before clock: casts share the gate, the close has it alone.
    perform pg_advisory_xact_lock_shared(rnd.gate(p_round));
    select state, opens_at, closes_at into gate from rnd.round where id = p_round;
    at := rnd.clock();
    if gate.state is distinct from 'open' or at < gate.opens_at or at >= gate.closes_at then
        return '{}';
    end if;

    with entered as (
        insert into ballotbox.submission (key, request_mac, round_id, leaf_hash, version)
        select p_key[n], p_request_mac[n], p_round, p_leaf_hash[n], 1 from generate_subscripts(p_key, 1) n
        on conflict (key) do nothing returning leaf_hash)
    select coalesce(array_agg(n), '{}') into fresh from generate_subscripts(p_leaf_hash, 1) n where p_leaf_hash[n] in (select leaf_hash from entered);

    with marked as (
        insert into register.mark (round_id, voter_id, channel, version, final, assurance, last_at)
        select p_round, p_voter[n], p_channel[n], 1, p_channel[n] = 'paper', p_assurance[n], at from unnest(fresh) n
        on conflict (round_id, voter_id) do nothing returning voter_id)
    select coalesce(array_agg(n), '{}') into taken from unnest(fresh) n where p_voter[n] in (select voter_id from marked);

    -- Nothing is kept of a ballot that is not taken.
    if cardinality(taken) < cardinality(fresh) then
        delete from ballotbox.submission where key = any (array(select p_key[n] from unnest(fresh) n where n <> all (taken)));
    end if;

    -- The second lock on one vote each, apart from the register's: also against what is sealed already.
    if exists (select from ballotbox.sealed where round_id = p_round and tag = any (array(select p_tag[n] from unnest(taken) n)) and version = 1) then
        raise exception 'a ballot of this handful is in the log already' using errcode = 'unique_violation';
    end if;
    -- In the order of their hashes, which is no order of people.
    insert into ballotbox.inbox (round_id, tag, version, content, area, class, nonce, leaf_hash)
    select p_round, p_tag[n], 1, p_content[n], p_area[n], p_assurance[n], p_nonce[n], p_leaf_hash[n] from unnest(taken) n order by p_leaf_hash[n];
    -- The mail says that a ballot came, not what was on it; its receipt code is filled in when it is sent, and never stored.
    insert into outbox.messages (id, key, "to", subject, body, created_at, next_try_at, tries)
    select p_notice[n], format('ballot/%s/%s/1', p_round, p_voter[n]), mail.address, p_subject[n], p_body[n], at, at, 0
    from (select n, (select person.email from register.voters voter join public.people person on person.id = voter.person_id where voter.id = p_voter[n]) as address
        from unnest(taken) n offset 0) mail
    where mail.address is not null;
    return taken;
end $$;

do $$
declare
    door text := 'ballotbox.cast_handful(uuid, uuid[], text[], text[], bytea[], bytea[], bytea[], text[], text[], bytea[], bytea[], uuid[], text[], text[])';
begin
    execute format('alter function %s owner to pb_vote_owner', door);
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to pb_app', door);
end $$;

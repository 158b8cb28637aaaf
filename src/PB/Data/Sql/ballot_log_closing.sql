-- The end of the voting: close, seal, then count from the log alone.

-- People by a mark of theirs, so that nobody is alone in a figure: under ten is not told, nor the next smallest that would give it away,
-- and what is told is rounded to five.
create function register.told_counts(p_round uuid, out kind text, out name text, out told text) returns setof record
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with counted as (
        select 'channel' as kind, channel as name, count(*) as n from register.mark where round_id = p_round group by channel
        union all
        select 'assurance', assurance, count(*) from register.mark where round_id = p_round group by assurance),
    ranked as (
        select *, bool_or(n < 10) over (partition by kind) as any_small, row_number() over (partition by kind, n < 10 order by n, name) as place from counted)
    select kind, name, case when n < 10 or any_small and place = 1 then 'withheld' else (round(n / 5.0) * 5)::bigint::text end
    from ranked order by kind collate "C", name collate "C"
$$;

-- Ends the log of a closed round: no ballot comes after this event.
create function ballotbox.end_log(p_round uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(ballotbox.seal_lock(p_round));
    if not exists (select 1 from rnd.round where id = p_round and state = 'closed') or exists (select 1 from ballotbox.inbox where round_id = p_round) then
        raise exception 'round % has ballots that are not sealed, or is not closed', p_round using errcode = 'PB005';
    end if;
    if (select type from ballotbox.event where round_id = p_round order by leaf_index desc limit 1) = 'close' then
        return;
    end if;
    perform ballotbox.append_event(p_round, 'close', json_build_object(
        'format', 'pb-close/1',
        'closedAt', to_char((select closed_at from rnd.round where id = p_round) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'ballots', (select count(*) from ballotbox.sealed where round_id = p_round),
        'tags', (select count(distinct tag) from ballotbox.sealed where round_id = p_round),
        'voters', (select count(*) from register.mark where round_id = p_round),
        'channels', (select coalesce(json_object_agg(name, told), '{}') from register.told_counts(p_round) where kind = 'channel'))::text);
end $$;

-- From here on the log may be counted.
create function rnd.seal_round(p_round uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(ballotbox.seal_lock(p_round));
    if exists (select 1 from ballotbox.inbox where round_id = p_round)
       or (select type from ballotbox.event where round_id = p_round order by leaf_index desc limit 1) is distinct from 'close'
       or (select max(tree_size) from ballotbox.batch where round_id = p_round) is distinct from ballotbox.next_index(p_round) then
        raise exception 'the log of round % is not whole', p_round using errcode = 'PB006';
    end if;
    update rnd.round set state = 'sealed' where id = p_round and state = 'closed';
    perform register.forget_notices(p_round);
end $$;

-- The mails that told of a ballot name a person and a minute; once they are out and voting is over, nobody needs them.
create function register.forget_notices(p_round uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as
$$ delete from outbox.messages where key like 'ballot/' || p_round || '/%' and next_try_at is null $$;

create or replace function rnd.close_round(p_round uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    gate rnd.round;
    voter uuid;
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
    -- The minute of a vote was needed to order late texts; from here on the day is enough. Every mark is written anew, in an order of chance:
    -- neither its transaction nor its place says any more when somebody voted.
    for voter in select voter_id from register.mark where round_id = p_round order by gen_random_uuid() loop
        update register.mark set last_at = date_trunc('day', last_at, 'UTC') where round_id = p_round and voter_id = voter;
    end loop;
    perform register.forget_notices(p_round);
    return true;
end $$;

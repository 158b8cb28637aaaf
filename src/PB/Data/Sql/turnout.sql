-- What staff may know while voting is open: how many, by channel, area and hour, and never a figure from 1 to 9.

-- Who has begun a ballot; emptied at the close.
create table register.started (
    round_id uuid not null constraint fk_started_round_id references rnd.round (id) on delete restrict,
    voter_id uuid not null constraint fk_started_voter_id references register.voters (id) on delete restrict,
    constraint pk_started primary key (round_id, voter_id)
);

-- Where ballots and accounts came from, coarsely: the network as /24 or /56, the hour, never who. Kept for 14 days.
create table register.sightings (
    kind text not null constraint ck_sightings_kind check (kind in ('ballot', 'account')),
    round_id uuid,
    network cidr not null,
    device bytea,
    hour timestamptz not null
);
create index ix_sightings_hour on register.sightings (hour);

create function register.note_start(p_round uuid, p_voter uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into register.started select p_round, p_voter from rnd.round r
    where r.id = p_round and r.state = 'open' and rnd.clock() < r.closes_at on conflict do nothing
$$;

create function register.forget_starts() returns trigger language plpgsql as $$
begin
    delete from register.started where round_id = new.id;
    return null;
end $$;
create trigger forget_starts after update on rnd.round for each row when (old.state = 'open' and new.state <> 'open') execute function register.forget_starts();

create function register.note_sighting(p_kind text, p_round uuid, p_address inet, p_device bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into register.sightings values
        (p_kind, p_round, network(set_masklen(p_address, case family(p_address) when 4 then 24 else 56 end)), p_device, date_trunc('hour', rnd.clock()))
$$;

create function register.forget_sightings() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with gone as (delete from register.sightings where hour < rnd.clock() - interval '14 days' returning 1) select count(*) from gone
$$;

-- Figures of a round, one kind a group: 'all', 'started', 'channel', 'area', 'hour'. Fewer than 10 is null; where that leaves one gap in a
-- kind, the next smallest goes too, so that nobody finds it by subtraction.
create function register.figures(p_round uuid) returns table (kind text, name text, people bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with raw (kind, name, n) as (
        select 'all', '', count(*) from register.mark m where m.round_id = p_round
        union all
        select 'started', '', count(*) from register.started s where s.round_id = p_round
          and not exists (select from register.mark m where m.round_id = s.round_id and m.voter_id = s.voter_id)
        union all select 'channel', m.channel, count(*) from register.mark m where m.round_id = p_round group by m.channel
        union all
        select 'area', coalesce(a.name, ''), count(*) from register.mark m join register.voters v on v.id = m.voter_id
        left join lateral (select min(n.name) as name from public.neighbourhood_postcodes p join public.neighbourhoods n on n.id = p.neighbourhood_id
                           where p.postcode = v.postcode) a on true
        where m.round_id = p_round group by 2
        union all select 'hour', to_char(date_trunc('hour', m.last_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:00"Z"'), count(*)
        from register.mark m join rnd.round r on r.id = m.round_id and r.state = 'open' where m.round_id = p_round group by 2
    ), ranked as (
        select raw.*, count(*) filter (where n between 1 and 9) over (partition by raw.kind) as small,
               row_number() over (partition by raw.kind, n between 1 and 9 order by n) as place
        from raw
    )
    select kind, name, case when n between 1 and 9 or (small = 1 and place = 1 and kind in ('channel', 'area', 'hour')) then null else n end
    from ranked order by kind, name
$$;

-- What looks odd among the ballots of the rounds whose voting is open or not yet certified, and among new accounts.
create function register.oddities() returns table (kind text, key text, round_id uuid, n bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select 'BurstFromAddress', format('%s at %s', s.network, to_char(s.hour at time zone 'UTC', 'YYYY-MM-DD HH24:00')), s.round_id, count(*)
    from register.sightings s where s.kind = 'ballot' group by s.network, s.hour, s.round_id having count(*) >= 20
    union all
    select 'BurstFromDevice', format('%s at %s', left(encode(s.device, 'hex'), 12), to_char(s.hour at time zone 'UTC', 'YYYY-MM-DD HH24:00')), s.round_id, count(*)
    from register.sightings s where s.kind = 'ballot' and s.device is not null group by s.device, s.hour, s.round_id having count(*) >= 10
    union all
    select 'AccountsFromAddress', format('%s on %s', s.network, to_char(s.hour at time zone 'UTC', 'YYYY-MM-DD')), null, count(*)
    from register.sightings s where s.kind = 'account' group by s.network, to_char(s.hour at time zone 'UTC', 'YYYY-MM-DD') having count(*) >= 10
    union all
    select 'ImpossiblePostcode', v.postcode, m.round_id, count(*) from register.mark m join register.voters v on v.id = m.voter_id
    where v.postcode ~ '^[QVX]|^[A-Z][IJZ]|[CIKMOV]$|[CIKMOV].$' group by v.postcode, m.round_id
    union all
    select 'CrowdedPostcode', v.postcode, m.round_id, count(*) from register.mark m join register.voters v on v.id = m.voter_id
    where v.postcode is not null group by v.postcode, m.round_id having count(*) > 60
$$;

do $$
declare
    door regprocedure;
begin
    alter table register.started owner to pb_vote_owner;
    alter table register.sightings owner to pb_vote_owner;
    foreach door in array array[
        'register.note_start(uuid, uuid)', 'register.note_sighting(text, uuid, inet, bytea)', 'register.forget_sightings()', 'register.figures(uuid)',
        'register.oddities()']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
    alter function register.forget_starts() owner to pb_vote_owner;
end $$;
grant select on public.neighbourhood_postcodes, public.neighbourhoods to pb_vote_owner;
grant select, insert, update on register.anomalies to pb_app;
-- That the machine counts on is no act of staff; what they decide is.
create trigger touch after update on register.anomalies for each row when (new.decision is distinct from old.decision) execute function journal.touch();

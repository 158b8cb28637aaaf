-- At certification everything goes by which somebody with the whole database could find out who cast which ballot. What stays of a ballot is its leaf, the
-- commitments that the leaf is hashed from, and its choices if it counts.

alter table ballotbox.sealed
    alter column content drop not null, alter column area drop not null, alter column class drop not null, alter column nonce drop not null,
    add column salt bytea constraint ck_sealed_salt check (length(salt) = 32),
    add column choices_commitment bytea constraint ck_sealed_choices_commitment check (length(choices_commitment) = 32),
    add column area_commitment bytea constraint ck_sealed_area_commitment check (length(area_commitment) = 32),
    add column class_commitment bytea constraint ck_sealed_class_commitment check (length(class_commitment) = 32),
    -- The nonce opens all three; with it gone, only the salt of the choices is left, and only where they count.
    add constraint ck_sealed_known_or_forgotten check (
        case when nonce is not null then num_nonnulls(content, area, class) = 3 and num_nonnulls(salt, choices_commitment, area_commitment, class_commitment) = 0
             else num_nonnulls(area, class) = 0 and num_nonnulls(choices_commitment, area_commitment, class_commitment) = 3 and (content is null) = (salt is null) end);
alter table ballotbox.sealed set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0.01);

-- What a leaf commits to, before and after the forgetting.
create function ballotbox.commitments(s ballotbox.sealed, out choices bytea, out area bytea, out class bytea)
language sql immutable set search_path = pg_catalog, pg_temp as $$
    select coalesce(s.choices_commitment, ballotbox.commitment('choices', s.nonce, s.content)),
           coalesce(s.area_commitment, ballotbox.commitment('area', s.nonce, s.area)),
           coalesce(s.class_commitment, ballotbox.commitment('class', s.nonce, s.class))
$$;

-- The one change that a sealed ballot can undergo: to forget. Its leaf, and what the leaf commits to, stay.
create function ballotbox.only_forget() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    kept record;
begin
    select * into kept from ballotbox.commitments(old);
    if old.nonce is null or new.nonce is not null
       or (new.round_id, new.leaf_index, new.batch_no, new.tag, new.version, new.leaf_hash) is distinct from (old.round_id, old.leaf_index, old.batch_no, old.tag, old.version, old.leaf_hash)
       or (new.choices_commitment, new.area_commitment, new.class_commitment) is distinct from (kept.choices, kept.area, kept.class)
       or new.content is not null and (new.content, new.salt) is distinct from (old.content, ballotbox.salt('choices', old.nonce))
       or not exists (select 1 from rnd.round where id = old.round_id and state = 'certified') then
        raise exception 'sealed is append-only' using errcode = 'PB004';
    end if;
    return new;
end $$;
drop trigger keep_sealed on ballotbox.sealed;
create trigger keep_sealed before delete on ballotbox.sealed for each row execute function rnd.refuse();
create trigger only_forget before update on ballotbox.sealed for each row execute function ballotbox.only_forget();

-- All marks become alike but for channel and assurance; the mails that tell a voter and a minute, the keys of posts and the places of devices go.
create function ballotbox.forget(p_round uuid) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update ballotbox.sealed s
    set nonce = null, area = null, class = null, choices_commitment = c.choices, area_commitment = c.area, class_commitment = c.class,
        content = case when k.leaf_index is not null then s.content end, salt = case when k.leaf_index is not null then ballotbox.salt('choices', s.nonce) end
    from ballotbox.sealed t
    cross join lateral ballotbox.commitments(t) c
    left join (select distinct on (n.tag) n.leaf_index from ballotbox.sealed n
               where n.round_id = p_round and n.tag not in (select a.tag from ballotbox.set_aside(p_round) a) order by n.tag, n.version desc) k on k.leaf_index = t.leaf_index
    where t.round_id = p_round and s.round_id = p_round and s.leaf_index = t.leaf_index and s.nonce is not null;
    update register.mark m set last_at = r.opens_at, version = 1 from rnd.round r where r.id = p_round and m.round_id = p_round;
    delete from ballotbox.submission where round_id = p_round;
    delete from register.sightings where round_id = p_round;
    update approval.requests set about_voter = null where round_id = p_round and about_voter is not null;
    perform register.forget_notices(p_round);
end $$;

-- The mails that told of a ballot name a person and a minute: once they are out and voting is over nobody needs them, and once certified none may wait.
create or replace function register.forget_notices(p_round uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from outbox.messages where key like 'ballot/' || p_round || '/%'
        and (next_try_at is null or exists (select 1 from rnd.round where id = p_round and state = 'certified'))
$$;

create or replace function rnd.certify(agreed approval.requests) returns void language plpgsql as $$
declare
    kept public.rounds;
    newest int := (select max(version) from public.results where round_id = agreed.round_id);
begin
    select * into kept from public.rounds where id = agreed.round_id;
    perform rnd.must(newest is not null, 'there is no result');
    perform rnd.must(agreed.particulars::jsonb ->> 'version' = newest::text, 'there is a newer result');
    if agreed.approved_by = kept.configured_by then
        raise exception 'whoever set up a round cannot certify it' using errcode = 'PB006';
    end if;
    perform rnd.must(not exists (select from public.challenges where round_id = agreed.round_id and answered_at is null), 'a challenge is not answered');
    perform rnd.must(not kept.publish_at_once or rnd.challenges_end(agreed.round_id) <= rnd.clock(), 'the time for challenges is not over');
    update public.results set published_at = rnd.clock() where round_id = agreed.round_id and version = newest and published_at is null;
    update public.rounds set certified_at = rnd.clock(), certified_as = agreed.approved_as, published_at = coalesce(published_at, rnd.clock())
    where id = agreed.round_id;
    update rnd.round set state = 'certified' where id = agreed.round_id;
    insert into rnd.certifications values (agreed.round_id, newest, rnd.round_hash(agreed.round_id), rnd.clock());
    perform ballotbox.forget(agreed.round_id);
end $$;

-- What is published comes from what is left, the same to the byte.
drop function ballotbox.published_ballots(uuid);
drop function ballotbox.published_entries(uuid);
drop function ballotbox.counting(uuid);
create function ballotbox.counting(p_round uuid) returns table (leaf_index bigint, content text, salt bytea)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select 1 from rnd.round where id = p_round and state in ('sealed', 'certified')) then
        raise exception 'the ballot box of round % is not sealed', p_round using errcode = 'PB005';
    end if;
    return query
        select newest.leaf_index, newest.content, coalesce(newest.salt, ballotbox.salt('choices', newest.nonce))
        from (select distinct on (s.tag) s.tag, s.leaf_index, s.content, s.nonce, s.salt from ballotbox.sealed s
              where s.round_id = p_round order by s.tag, s.version desc) newest
        where newest.tag not in (select a.tag from ballotbox.set_aside(p_round) a);
end $$;

create or replace function ballotbox.published_headers(p_round uuid)
returns table (leaf_index bigint, tag bytea, version int, choices bytea, area bytea, class bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.leaf_index, s.tag, s.version, coalesce(s.choices_commitment, ballotbox.commitment('choices', s.nonce, s.content)),
           coalesce(s.area_commitment, ballotbox.commitment('area', s.nonce, s.area)), coalesce(s.class_commitment, ballotbox.commitment('class', s.nonce, s.class))
    from ballotbox.sealed s where s.round_id = p_round order by s.leaf_index
$$;

create function ballotbox.published_ballots(p_round uuid) returns table (leaf_index bigint, content text, salt bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select c.leaf_index, c.content, c.salt from ballotbox.counting(p_round) c
    where (select level from ballotbox.publication(p_round)) = 1 order by c.leaf_index
$$;

create function ballotbox.published_entries(p_round uuid) returns table (project int, entry bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select chosen::int, sha256(convert_to('pb/1/entry/' || chosen, 'UTF8') || '\x00' || c.salt)
    from ballotbox.counting(p_round) c, unnest(string_to_array(nullif(c.content, ''), ',')) chosen
    where (select level from ballotbox.publication(p_round)) = 2 order by 1, 2
$$;

do $$
declare
    door regprocedure;
begin
    grant create on schema ballotbox to pb_tally;
    foreach door in array array['ballotbox.counting(uuid)', 'ballotbox.published_ballots(uuid)', 'ballotbox.published_entries(uuid)']::regprocedure[] loop
        execute format('alter function %s owner to pb_tally', door);
        execute format('revoke all on function %s from public', door);
    end loop;
    revoke create on schema ballotbox from pb_tally;
    grant execute on function ballotbox.published_ballots(uuid), ballotbox.published_entries(uuid) to pb_app;
    foreach door in array array['ballotbox.forget(uuid)', 'ballotbox.only_forget()', 'ballotbox.commitments(ballotbox.sealed)']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
    end loop;
    grant execute on function ballotbox.commitments(ballotbox.sealed) to pb_tally;
    perform ballotbox.forget(id) from rnd.round where state = 'certified';
end $$;

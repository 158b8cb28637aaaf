-- A rehearsal is a round that only tries out what a draft would do: nobody but its managers sees it, its voters are made up, and all of it is
-- wiped. What is append-only everywhere else lets go of a rehearsal, and of nothing but a rehearsal.
create table rnd.rehearsals (
    round_id uuid not null constraint pk_rehearsals primary key constraint fk_rehearsals_round_id references public.rounds (id) on delete restrict,
    -- Of which round.
    of_round uuid not null constraint ux_rehearsals_of_round unique constraint fk_rehearsals_of_round references public.rounds (id) on delete restrict
);
create table rnd.rehearsal_voters (
    voter_id uuid not null constraint pk_rehearsal_voters primary key constraint fk_rehearsal_voters_voter_id references register.voters (id) on delete restrict,
    round_id uuid not null constraint fk_rehearsal_voters_round_id references public.rounds (id) on delete restrict
);
alter table rnd.rehearsals owner to pb_vote_owner;
alter table rnd.rehearsal_voters owner to pb_vote_owner;
grant select on rnd.rehearsals to pb_app;

create function rnd.is_rehearsal(p_round uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select exists (select from public.rounds where id = p_round and is_rehearsal) $$;

create or replace function rnd.refuse() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_level = 'ROW' and current_user = 'pb_vote_owner'
       and rnd.is_rehearsal(coalesce(to_jsonb(old) ->> 'round_id', to_jsonb(old) ->> 'id')::uuid) then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'PB004';
end $$;

-- Puts made-up people on the roll, for a rehearsal only.
create function rnd.begin_rehearsal(p_round uuid, p_of uuid, p_voters uuid[], p_postcode text, p_age int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform rnd.must(rnd.is_rehearsal(p_round) and not rnd.is_rehearsal(p_of), 'that is no rehearsal');
    insert into rnd.rehearsals values (p_round, p_of);
    insert into register.voters (id, postcode, age, declared_at) select v, p_postcode, p_age, rnd.clock() from unnest(p_voters) v;
    insert into rnd.rehearsal_voters select v, p_round from unnest(p_voters) v;
end $$;

create function rnd.rehearsal_voters_of(p_round uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select voter_id from rnd.rehearsal_voters where round_id = p_round order by voter_id $$;

-- Voting in a rehearsal ends when its manager says so.
create function rnd.end_rehearsal_voting(p_round uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform rnd.must(rnd.is_rehearsal(p_round), 'that is no rehearsal');
    update rnd.round set closes_at = rnd.clock() where id = p_round;
end $$;

-- How many rows hang on a rehearsal, in every table that names its round or its voters.
create function rnd.rehearsal_rows(p_round uuid, p_voters uuid[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    part record;
    rows bigint;
    total bigint := 0;
begin
    for part in select n.nspname, t.relname, c.attname from pg_class t join pg_namespace n on n.oid = t.relnamespace join pg_attribute c on c.attrelid = t.oid
                where t.relkind = 'r' and c.attnum > 0 and not c.attisdropped and c.atttypid = 'uuid'::regtype
                  and has_schema_privilege(n.oid, 'usage') and has_table_privilege(t.oid, 'select')
                  and (c.attname in ('round_id', 'voter_id') or c.attname = 'id' and t.relname in ('round', 'rounds', 'voters')) loop
        execute format('select count(*) from %I.%I where %I = any ($1)', part.nspname, part.relname, part.attname) into rows using p_voters || p_round;
        total := total + rows;
    end loop;
    return total;
end $$;

-- Deletes a rehearsal and says how many rows there were and how many are left.
create function rnd.wipe_rehearsal(p_round uuid, out before bigint, out after bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    made_up uuid[] := coalesce((select array_agg(voter_id) from rnd.rehearsal_voters where round_id = p_round), '{}');
    part text;
begin
    perform rnd.must(rnd.is_rehearsal(p_round), 'that is no rehearsal');
    perform pg_advisory_xact_lock(rnd.gate(p_round));
    before := rnd.rehearsal_rows(p_round, made_up);
    foreach part in array array[
        'public.packs', 'public.results', 'public.challenges', 'public.calendar_changes', 'register.sightings', 'register.started', 'register.mark', 'register.notices',
        'ballotbox.submission', 'ballotbox.inbox', 'ballotbox.sealed', 'ballotbox.event', 'ballotbox.batch', 'ballotbox.annulled',
        'rnd.state_changes', 'rnd.certifications', 'rnd.key_destructions', 'rnd.rehearsals', 'rnd.rehearsal_voters', 'public.round_followers',
        'public.proposals', 'public.pots', 'public.promises', 'public.criteria', 'public.readiness_evidence', 'public.round_neighbourhoods'] loop
        if to_regclass(part) is not null then
            execute format('delete from %s where round_id = $1', part) using p_round;
        end if;
    end loop;
    delete from rnd.round where id = p_round;
    delete from public.rounds where id = p_round;
    delete from register.voters where id = any (made_up);
    after := rnd.rehearsal_rows(p_round, made_up);
    perform rnd.must(after = 0, 'something of the rehearsal is left');
end $$;

do $$
declare
    door regprocedure;
    name text;
begin
    foreach door in array array[
        'rnd.is_rehearsal(uuid)', 'rnd.begin_rehearsal(uuid, uuid, uuid[], text, int)', 'rnd.end_rehearsal_voting(uuid)', 'rnd.wipe_rehearsal(uuid)', 'rnd.rehearsal_voters_of(uuid)']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
    alter function rnd.rehearsal_rows(uuid, uuid[]) owner to pb_vote_owner;
    revoke all on function rnd.rehearsal_rows(uuid, uuid[]) from public;
    foreach name in array array['results', 'challenges', 'calendar_changes', 'round_followers', 'proposals', 'pots', 'promises', 'criteria', 'readiness_evidence', 'round_neighbourhoods', 'rounds'] loop
        execute format('grant select, delete on public.%I to pb_vote_owner', name);
    end loop;
    grant insert, delete on register.voters to pb_vote_owner;
    if to_regclass('public.packs') is not null then
        grant select, delete on public.packs to pb_vote_owner;
    end if;
end $$;

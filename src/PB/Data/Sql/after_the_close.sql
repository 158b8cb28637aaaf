-- What becomes of a round once its voting has opened: which way its gate may go, what stays as it is, and what needs two people.

-- From which states a result can be counted again or certified: where there is a public log, only once the last ballots are sealed into it.
create function rnd.certifiable() returns text[] language sql stable as $$
    select case when to_regprocedure('rnd.seal_round(uuid)') is null then array['closed', 'sealed'] else array['sealed'] end
$$;

-- Tells the public log of an act, where there is one.
create function rnd.tell_log(p_round uuid, p_type text, p_body jsonb) returns void language plpgsql as $$
begin
    if to_regprocedure('ballotbox.append_event(uuid, text, text)') is not null then
        execute 'select ballotbox.append_event($1, $2, $3)' using p_round, p_type, p_body::text;
    end if;
end $$;

-- The one list of edges, and which act two people must have agreed on. '' needs nobody.
create function rnd.edges() returns table (before text, after text, act text) language sql stable as $$
    values ('draft', 'frozen', ''), ('frozen', 'open', ''), ('open', 'closing', ''), ('closing', 'closed', ''), ('closed', 'sealed', ''),
           ('draft', 'void', ''), ('frozen', 'void', ''), ('open', 'void', 'Void'), ('closing', 'void', 'Void'), ('closed', 'void', 'Void'),
           ('sealed', 'void', 'Void'), ('certified', 'void', 'Void'),
           ('open', 'void', 'ChangeRules'), ('closing', 'void', 'ChangeRules'), ('closed', 'void', 'ChangeRules'), ('sealed', 'void', 'ChangeRules'),
           ('closing', 'open', 'Reopen'), ('closed', 'open', 'Reopen'), ('sealed', 'open', 'Reopen')
    union all select unnest(rnd.certifiable()), 'certified', 'Certify'
$$;

create table rnd.state_changes (
    round_id uuid not null constraint fk_state_changes_round_id references rnd.round (id) on delete restrict,
    n int not null constraint ck_state_changes_n check (n >= 1),
    before text,
    after text not null,
    at timestamptz not null,
    -- In which transaction, to find the approval.
    xact xid8 not null,
    constraint pk_state_changes primary key (round_id, n)
);
insert into rnd.state_changes select id, 1, null, state, coalesce(closed_at, opens_at), pg_current_xact_id() from rnd.round;

-- A hash of all that a result rests on, taken when it is certified: nothing of it changes after that.
create table rnd.certifications (
    round_id uuid not null constraint pk_certifications primary key constraint fk_certifications_round_id references rnd.round (id) on delete restrict,
    result_version int not null,
    hash bytea not null,
    at timestamptz not null
);

-- That the key of a round is gone, and by which checksum it was known.
create table rnd.key_destructions (
    round_id uuid not null constraint pk_key_destructions primary key constraint fk_key_destructions_round_id references rnd.round (id) on delete restrict,
    key_checksum bytea not null,
    at timestamptz not null
);

-- Ballots that stay in the log and are not counted, each for a reason that has to do with the roll and never with the choices.
create table ballotbox.annulled (
    round_id uuid not null constraint fk_annulled_round_id references rnd.round (id) on delete restrict,
    tag bytea not null constraint ck_annulled_tag check (length(tag) = 32),
    leaf_hash bytea not null,
    reason text not null constraint ck_annulled_reason check (reason in ('NotEligible', 'SamePerson', 'Fraud')),
    constraint pk_annulled primary key (round_id, tag)
);

create or replace function rnd.keep_to_the_path() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['state', 'closes_at', 'closed_at', 'min_batch', 'log_public_key']) is distinct from (to_jsonb(old) - array['state', 'closes_at', 'closed_at', 'min_batch', 'log_public_key'])
       or to_jsonb(old) ->> 'log_public_key' is not null and to_jsonb(new) ->> 'log_public_key' is distinct from to_jsonb(old) ->> 'log_public_key'
       or new.closes_at <> old.closes_at and not rnd.is_rehearsal(old.id) and not approval.is_spent_now(old.id, 'CloseEarly', 'Extend', 'Reopen') then
        raise exception 'the rules of round % are frozen', old.id using errcode = 'PB002';
    end if;
    if new.state <> old.state and not exists (
        select from rnd.edges() e where e.before = old.state and e.after = new.state and (e.act = '' or approval.is_spent_now(old.id, e.act))) then
        raise exception 'round % cannot go from % to %', old.id, old.state, new.state using errcode = 'PB003';
    end if;
    if old.state in ('certified', 'void') and (to_jsonb(new) - 'state') is distinct from (to_jsonb(old) - 'state') then
        raise exception 'round % is %', old.id, old.state using errcode = 'PB007';
    end if;
    return new;
end $$;

create function rnd.note_state() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' or new.state <> old.state then
        insert into rnd.state_changes
        select new.id, coalesce(max(n), 0) + 1, case when tg_op = 'UPDATE' then old.state end, new.state, rnd.clock(), pg_current_xact_id()
        from rnd.state_changes where round_id = new.id;
    end if;
    return null;
end $$;
create trigger note_state after insert or update on rnd.round for each row execute function rnd.note_state();

do $$
declare
    name text;
begin
    foreach name in array array['rnd.state_changes', 'rnd.certifications', 'rnd.key_destructions', 'ballotbox.annulled'] loop
        execute format('create trigger keep before update or delete on %s for each row execute function rnd.refuse()', name);
        execute format('create trigger keep_whole before truncate on %s for each statement execute function rnd.refuse()', name);
        execute format('alter table %s owner to pb_vote_owner', name);
    end loop;
end $$;

-- Once voting has opened, a round's own row changes only by what happens to it: the count, its publication, and acts of two people.
create function rnd.keep_round() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    gate text := (select state from rnd.round where id = old.id);
    free text[] := array['counted_at', 'published_at'];
begin
    if old.certified_at is not null and not approval.is_spent_now(old.id, 'Void') then
        if new is distinct from old then
            raise exception 'round % is certified', old.slug using errcode = 'PB007';
        end if;
        return new;
    end if;
    if (new.certified_at, new.certified_as) is distinct from (old.certified_at, old.certified_as) and not approval.is_spent_now(old.id, 'Certify') then
        raise exception 'a second person certifies round %', old.slug using errcode = 'PB006';
    end if;
    if old.is_rehearsal <> new.is_rehearsal then
        raise exception 'round % is what it is', old.slug using errcode = 'PB002';
    end if;
    if gate is null or gate in ('draft', 'frozen') then
        return new;
    end if;
    if approval.is_spent_now(old.id, 'CloseEarly', 'Extend', 'Reopen') then free := free || array['voting_until']; end if;
    if approval.is_spent_now(old.id, 'Void', 'ChangeRules') then free := free || array['cancelled_at', 'cancelled_because']; end if;
    if approval.is_spent_now(old.id, 'Certify') then free := free || array['certified_at', 'certified_as']; end if;
    if (to_jsonb(new) - free) is distinct from (to_jsonb(old) - free) then
        raise exception 'voting in round % has opened: this needs two people', old.slug using errcode = 'PB006';
    end if;
    if (old.counted_at is not null and new.counted_at is distinct from old.counted_at
        or old.published_at is not null and new.published_at is distinct from old.published_at) and not approval.is_spent_now(old.id, 'Reopen') then
        raise exception 'what happened to round % stays', old.slug using errcode = 'PB006';
    end if;
    return new;
end $$;
create trigger keep_round before update on public.rounds for each row execute function rnd.keep_round();

-- The parts of a round are frozen with its rules.
create function rnd.keep_part() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    of_round uuid := case when tg_op = 'DELETE' then old.round_id else new.round_id end;
begin
    if exists (select from rnd.round where id = of_round and state not in ('draft', 'frozen')) and not (tg_op = 'DELETE' and rnd.is_rehearsal(of_round))
       and not (tg_table_name = 'calendar_changes' and tg_op = 'INSERT' and approval.is_spent_now(of_round, 'CloseEarly', 'Extend', 'Reopen')) then
        raise exception 'the rules of round % are frozen', of_round using errcode = 'PB002';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

-- A project's number, name and price stay as they were on the ballot.
create function rnd.keep_project() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if old.number is not null and (new.round_id, new.number, new.title, new.estimate, new.price) is distinct from (old.round_id, old.number, old.title, old.estimate, old.price)
       and exists (select from rnd.round where id = old.round_id and state not in ('draft', 'frozen')) then
        raise exception 'project % of round % is on a ballot', old.number, old.round_id using errcode = 'PB002';
    end if;
    return new;
end $$;
create trigger keep_project before update on public.proposals for each row execute function rnd.keep_project();

-- A result is never edited. A second version needs two people's word since the one before.
create function rnd.keep_result() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'UPDATE' then
        if old.published_at is not null or (to_jsonb(new) - 'published_at') is distinct from (to_jsonb(old) - 'published_at') then
            raise exception 'a result stays as it was counted' using errcode = 'PB004';
        end if;
    elsif exists (select from rnd.round where id = new.round_id and state in ('certified', 'void')) then
        raise exception 'round % is certified or void', new.round_id using errcode = 'PB007';
    elsif not approval.is_spent_now(new.round_id, 'Recount', 'AnnulBallot') and exists (
        select from public.results r where r.round_id = new.round_id and not exists (
            select from rnd.state_changes s where s.round_id = r.round_id and s.after = 'open' and s.before is not null and s.at >= r.counted_at)) then
        raise exception 'another count of round % needs two people', new.round_id using errcode = 'PB006';
    end if;
    return new;
end $$;
create trigger keep_result before insert or update on public.results for each row execute function rnd.keep_result();

-- A challenge comes while the window is open, and is answered once.
create function rnd.keep_challenge() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if not exists (select from public.rounds r join public.results v on v.round_id = r.id and v.version = new.result_version
                       where r.id = new.round_id and r.certified_at is null and r.cancelled_at is null
                         and rnd.clock() < v.published_at + make_interval(days => r.challenge_days)) then
            raise exception 'the time for challenges is over' using errcode = 'PB008';
        end if;
    elsif old.answered_at is not null or (to_jsonb(new) - array['answer', 'answered_at', 'answered_by', 'outcome'])
          is distinct from (to_jsonb(old) - array['answer', 'answered_at', 'answered_by', 'outcome']) then
        raise exception 'a challenge stays as it is' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_challenge before insert or update on public.challenges for each row execute function rnd.keep_challenge();

create function rnd.round_hash(p_round uuid) returns bytea language sql stable as $$
    select sha256(convert_to(string_agg(line, E'\n' order by line), 'UTF8')) from (
        select 'gate ' || (to_jsonb(g) - 'state')::text from rnd.round g where g.id = p_round
        union all select 'round ' || (to_jsonb(r) - array['cancelled_at', 'cancelled_because'])::text from public.rounds r where r.id = p_round
        union all select 'pot ' || to_jsonb(x)::text from public.pots x where x.round_id = p_round
        union all select 'place ' || to_jsonb(x)::text from public.round_neighbourhoods x where x.round_id = p_round
        union all select 'promise ' || to_jsonb(x)::text from public.promises x where x.round_id = p_round
        union all select 'criterion ' || to_jsonb(x)::text from public.criteria x where x.round_id = p_round
        union all select 'change ' || to_jsonb(x)::text from public.calendar_changes x where x.round_id = p_round
        union all select 'result ' || to_jsonb(x)::text from public.results x where x.round_id = p_round
        union all select 'challenge ' || to_jsonb(x)::text from public.challenges x where x.round_id = p_round
        union all select 'project ' || jsonb_build_array(x.number, x.title, x.estimate, x.price)::text from public.proposals x where x.round_id = p_round and x.number is not null
        union all select 'annulled ' || to_jsonb(x)::text from ballotbox.annulled x where x.round_id = p_round
    ) as lines (line)
$$;

do $$
declare
    name text;
begin
    foreach name in array array['pots', 'promises', 'criteria', 'readiness_evidence', 'round_neighbourhoods', 'calendar_changes'] loop
        execute format('create trigger keep_part before insert or update or delete on public.%I for each row execute function rnd.keep_part()', name);
    end loop;
    foreach name in array array['results', 'challenges', 'calendar_changes'] loop
        execute format('create trigger keep_rows before delete on public.%I for each row execute function rnd.refuse()', name);
        execute format('create trigger keep_whole before truncate on public.%I for each statement execute function rnd.refuse()', name);
    end loop;
    foreach name in array array['pots', 'promises', 'criteria', 'round_neighbourhoods', 'calendar_changes', 'results', 'challenges', 'proposals'] loop
        execute format('grant select on public.%I to pb_vote_owner', name);
    end loop;
end $$;
grant select, update on public.rounds, public.results to pb_vote_owner;
grant insert on public.calendar_changes to pb_vote_owner;

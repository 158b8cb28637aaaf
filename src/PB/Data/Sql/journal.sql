-- The journal: who did what, when and why. Each entry carries the hash of the one before, so that nothing can be taken out, put in or
-- changed without a trace. What may be erased (free text, names) lies beside it under a salted commitment.
grant usage, create on schema journal to pb_vote_owner;
alter table journal.entries rename to loose;
alter table journal.loose rename constraint pk_entries to pk_loose;
alter index journal.ix_entries_subject rename to ix_loose_subject;

create table journal.entries (
    seq bigint not null constraint pk_entries primary key constraint ck_entries_seq check (seq >= 1),
    id uuid not null constraint ux_entries_id unique,
    at timestamptz not null,
    actor_id uuid,
    act text not null,
    subject text not null,
    detail_commit bytea not null constraint ck_entries_detail_commit check (length(detail_commit) = 32),
    prev_hash bytea not null,
    hash bytea not null constraint ux_entries_hash unique,
    -- In which transaction; not part of the chain.
    xact xid8 not null
);
create index ix_entries_subject on journal.entries (subject text_pattern_ops);
create index ix_entries_xact on journal.entries (xact);

create table journal.details (
    seq bigint not null constraint pk_details primary key constraint fk_details_seq references journal.entries (seq) on delete restrict,
    salt bytea not null constraint ck_details_salt check (length(salt) = 32),
    reason text not null,
    detail text not null
);

-- What the public was told of the journal's length and last hash, once a day.
create table journal.heads (
    day date not null constraint pk_heads primary key,
    seq bigint not null,
    hash bytea not null,
    at timestamptz not null
);

-- Which transactions changed something that only staff and jobs change, to be held against the entries.
create table journal.touches (
    xact xid8 not null,
    what text not null,
    constraint pk_touches primary key (xact, what)
);

create function journal.commitment(p_salt bytea, p_reason text, p_detail text) returns bytea language sql immutable as $$
    select sha256(convert_to('pb/1/journal-detail', 'UTF8') || '\x00'::bytea || p_salt
                  || convert_to(to_json(p_reason)::text || E'\n' || to_json(p_detail)::text, 'UTF8'))
$$;

-- The text of an entry that is hashed: one line a field, as anybody can write it again.
create function journal.canonical(p_seq bigint, p_at timestamptz, p_actor uuid, p_act text, p_subject text, p_detail bytea) returns text
language sql stable as $$
    select format(E'pb-journal/1\nseq=%s\nat=%s\nactor=%s\nact=%s\nsubject=%s\ndetail=%s\n', p_seq,
                  to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_actor, to_json(p_act), to_json(p_subject), encode(p_detail, 'hex'))
$$;

create function journal.hash(p_prev bytea, p_canonical text) returns bytea language sql immutable as
$$ select sha256(p_prev || convert_to(p_canonical, 'UTF8')) $$;

-- The one way into the journal. The lock is held until the act is done or undone, so that numbers have no gaps.
create function journal.append(p_id uuid, p_actor uuid, p_act text, p_subject text, p_reason text, p_detail text,
                               out seq bigint, out hash bytea, out at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    prev journal.entries;
    kept bytea := journal.commitment(salt, p_reason, p_detail);
begin
    -- An older snapshot would not see the entry that came before.
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'the journal is written under read committed only' using errcode = '25001';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('pb journal', 7003));
    select * into prev from journal.entries e order by e.seq desc limit 1;
    at := rnd.clock();
    seq := coalesce(prev.seq, 0) + 1;
    prev.hash := coalesce(prev.hash, decode(repeat('00', 32), 'hex'));
    hash := journal.hash(prev.hash, journal.canonical(seq, at, p_actor, p_act, p_subject, kept));
    insert into journal.entries values (seq, p_id, at, p_actor, p_act, p_subject, kept, prev.hash, hash, pg_current_xact_id());
    insert into journal.details values (seq, salt, p_reason, p_detail);
end $$;

-- Takes the free text of an entry away, and writes that down. The chain holds: the commitment stays.
create function journal.erase(p_seq bigint, p_because text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform journal.append(gen_random_uuid(), null, 'Erased the words of an entry', 'journal/' || p_seq, p_because, '');
    delete from journal.details where seq = p_seq;
end $$;

-- The newest entry's number and hash, to be anchored in whatever is published. One row, also when there is none.
create function journal.head(out seq bigint, out hash bytea) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(max(e.seq), 0), coalesce((array_agg(e.hash order by e.seq desc))[1], decode(repeat('00', 32), 'hex'))
    from (select * from journal.entries order by seq desc limit 1) e
$$;

-- Keeps the head of a day; the first call of the day does it. Says whether it was this one.
create function journal.keep_head() returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into journal.heads select (rnd.clock() at time zone 'UTC')::date, h.seq, h.hash, rnd.clock() from journal.head() h where h.seq > 0
    on conflict do nothing;
    return found;
end $$;

-- Everything that is wrong with the journal, in words; nothing when it is whole.
create function journal.faults() returns table (fault text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query
        select case
            when e.seq <> e.place then format('Entry %s stands in the place of entry %s.', e.seq, e.place)
            when e.prev_hash <> coalesce(e.before, decode(repeat('00', 32), 'hex')) then format('Entry %s does not follow the one before it.', e.seq)
            else format('Entry %s is not what was written.', e.seq) end
        from (select j.*, row_number() over (order by j.seq) as place, lag(j.hash) over (order by j.seq) as before from journal.entries j) e
        where e.seq <> e.place or e.prev_hash <> coalesce(e.before, decode(repeat('00', 32), 'hex'))
           or e.hash <> journal.hash(e.prev_hash, journal.canonical(e.seq, e.at, e.actor_id, e.act, e.subject, e.detail_commit))
        order by e.seq limit 20;
    return query
        select format('The words of entry %s are not those that were written.', e.seq) from journal.entries e join journal.details d on d.seq = e.seq
        where e.detail_commit <> journal.commitment(d.salt, d.reason, d.detail) order by e.seq limit 20;
    return query
        select format('The words of entry %s are gone, and no entry says why.', e.seq) from journal.entries e
        where not exists (select from journal.details d where d.seq = e.seq)
          and not exists (select from journal.entries x where x.subject = 'journal/' || e.seq and x.act = 'Erased the words of an entry')
        order by e.seq limit 20;
    return query
        select format('The head of %s names entry %s, which is another now or missing.', h.day, h.seq) from journal.heads h
        where not exists (select from journal.entries e where e.seq = h.seq and e.hash = h.hash) order by h.day limit 20;
end $$;

-- What staff changed without a line in the journal.
create function journal.unwritten() returns table (fault text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select format('Transaction %s changed %s and wrote nothing in the journal.', t.xact, t.what) from journal.touches t
    where not exists (select from journal.entries e where e.xact = t.xact) order by t.xact limit 20
$$;

create function journal.touch() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    -- Whoever owns the tables imports and repairs; that is another journal's business.
    if session_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
        return null;
    end if;
    insert into journal.touches values (pg_current_xact_id(), tg_table_schema || '.' || tg_table_name) on conflict do nothing;
    return null;
end $$;

create function journal.take_in() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    written record;
begin
    select * into written from journal.append(new.id, new.actor_id, new.act, new.subject, coalesce(new.reason, ''), coalesce(new.detail, ''));
    new.seq := written.seq;
    new.hash := written.hash;
    new.at := written.at;
    return new;
end $$;

-- How the site reads the journal, and hands in an entry: never a number, a time or a hash of its own making.
create view journal.book as
    select e.seq, e.id, e.at, e.actor_id, e.act, e.subject, coalesce(d.reason, '') as reason, coalesce(d.detail, '') as detail, e.hash
    from journal.entries e left join journal.details d on d.seq = e.seq;
create trigger take_in instead of insert on journal.book for each row execute function journal.take_in();

-- Carries over what was written before there was a chain.
do $$
declare
    old record;
begin
    for old in select * from journal.loose order by at, id loop
        perform journal.append(old.id, old.actor_id, old.act, old.subject, old.reason, 'Carried over; first written at ' || old.at);
    end loop;
end $$;
drop table journal.loose;

create trigger keep_entries before update or delete on journal.entries for each row execute function rnd.refuse();
create trigger keep_entries_whole before truncate on journal.entries for each statement execute function rnd.refuse();
create trigger keep_heads before update or delete on journal.heads for each row execute function rnd.refuse();
create trigger keep_heads_whole before truncate on journal.heads for each statement execute function rnd.refuse();
create trigger keep_touches before update or delete on journal.touches for each row execute function rnd.refuse();
create trigger keep_touches_whole before truncate on journal.touches for each statement execute function rnd.refuse();
create trigger keep_details before update on journal.details for each row execute function rnd.refuse();
create trigger keep_details_whole before truncate on journal.details for each statement execute function rnd.refuse();

do $$
declare
    name text;
begin
    foreach name in array array['public.rounds', 'public.calendar_changes', 'public.pots', 'public.promises', 'public.criteria', 'public.readiness_evidence',
        'public.round_neighbourhoods', 'public.screening_decisions', 'public.results', 'public.appointments', 'public.neighbourhoods', 'public.challenges'] loop
        execute format('create trigger touch after insert or update or delete on %s for each row execute function journal.touch()', name);
    end loop;
    foreach name in array array['entries', 'details', 'heads', 'touches', 'book'] loop
        execute format('alter table journal.%I owner to pb_vote_owner', name);
    end loop;
end $$;

revoke all on journal.entries, journal.details, journal.heads, journal.touches, journal.book from pb_app;
grant select, insert on journal.book to pb_app;
grant select on journal.heads to pb_app;
do $$
declare
    door regprocedure;
begin
    foreach door in array array[
        'journal.append(uuid, uuid, text, text, text, text)', 'journal.erase(bigint, text)', 'journal.head()', 'journal.keep_head()', 'journal.faults()',
        'journal.unwritten()', 'journal.touch()', 'journal.take_in()']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
    revoke all on function journal.erase(bigint, text) from pb_app;
end $$;

-- The public log of a round: every ballot, in sealed batches, and every event that bears on the count. Leaves are hashed as RFC 6962 says.
-- Nothing here is ever changed or deleted, and nothing in it leads to a person.

alter table rnd.round
    -- The point of the key that signs heads, promises and the published pack; null until the log begins.
    add column log_public_key bytea constraint ck_round_log_public_key check (length(log_public_key) = 65);

-- Committed to in the leaf: the area that the ballot counts for, and how the voter proved who they are.
alter table ballotbox.inbox add column area text not null default '', add column class text not null default '';
alter table ballotbox.inbox alter column area drop default, alter column class drop default;

create table ballotbox.sealed (
    round_id uuid not null constraint fk_sealed_round_id references rnd.round (id) on delete restrict,
    leaf_index bigint not null constraint ck_sealed_leaf_index check (leaf_index >= 1),
    batch_no int not null,
    tag bytea not null constraint ck_sealed_tag check (length(tag) = 32),
    version int not null constraint ck_sealed_version check (version >= 1),
    content text not null,
    area text not null,
    class text not null,
    nonce bytea not null constraint ck_sealed_nonce check (length(nonce) = 32),
    leaf_hash bytea not null constraint ux_sealed_leaf_hash unique constraint ck_sealed_leaf_hash check (length(leaf_hash) = 32),
    constraint pk_sealed primary key (round_id, leaf_index),
    constraint ux_sealed_tag_version unique (round_id, tag, version)
);

create table ballotbox.event (
    round_id uuid not null constraint fk_event_round_id references rnd.round (id) on delete restrict,
    leaf_index bigint not null constraint ck_event_leaf_index check (leaf_index >= 0),
    type text not null constraint ck_event_type check (type in ('setup', 'annul', 'extend', 'reopen', 'close', 'seed', 'result')),
    body text not null,
    leaf_hash bytea not null constraint ck_event_leaf_hash check (leaf_hash = sha256('\x00' || convert_to(
        'pb-event/1' || chr(10) || 'round=' || round_id || chr(10) || 'type=' || type || chr(10)
        || 'body=' || encode(sha256(convert_to(body, 'UTF8')), 'hex') || chr(10), 'UTF8'))),
    constraint pk_event primary key (round_id, leaf_index),
    constraint ck_event_setup_first check ((type = 'setup') = (leaf_index = 0))
);
create unique index ux_event_one_seed on ballotbox.event (round_id) where type = 'seed';

-- A signed head: so many leaves with this root stood in the log at this second.
create table ballotbox.batch (
    round_id uuid not null constraint fk_batch_round_id references rnd.round (id) on delete restrict,
    batch_no int not null constraint ck_batch_batch_no check (batch_no >= 0),
    first_index bigint not null,
    size bigint not null constraint ck_batch_size check (size > 0),
    tree_size bigint not null,
    root bytea not null constraint ck_batch_root check (length(root) = 32),
    signature bytea not null constraint ck_batch_signature check (length(signature) = 64),
    sealed_at timestamptz not null constraint ck_batch_sealed_at check (sealed_at = date_trunc('second', sealed_at, 'UTC')),
    constraint pk_batch primary key (round_id, batch_no),
    constraint ux_batch_tree_size unique (round_id, tree_size),
    constraint ck_batch_tree_size check (tree_size = first_index + size)
);

-- A ballot leaves the inbox in one way only: into the log.
create function ballotbox.refuse_unless_sealed() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select 1 from ballotbox.sealed where leaf_hash = old.leaf_hash) then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'PB004';
end $$;
drop trigger keep_ballots on ballotbox.inbox;
create trigger keep_ballots before update or delete on ballotbox.inbox for each row execute function ballotbox.refuse_unless_sealed();

create trigger keep_sealed before update or delete on ballotbox.sealed for each row execute function rnd.refuse();
create trigger keep_sealed_whole before truncate on ballotbox.sealed for each statement execute function rnd.refuse();
create trigger keep_events before update or delete on ballotbox.event for each row execute function rnd.refuse();
create trigger keep_events_whole before truncate on ballotbox.event for each statement execute function rnd.refuse();
create trigger keep_batches before update or delete on ballotbox.batch for each row execute function rnd.refuse();
create trigger keep_batches_whole before truncate on ballotbox.batch for each statement execute function rnd.refuse();

create trigger keep_packs before update or delete on public.packs for each row execute function rnd.refuse();
create trigger keep_packs_whole before truncate on public.packs for each statement execute function rnd.refuse();

-- The edges of a round's state, in one place.
create function rnd.may_go(p_from text, p_to text) returns boolean language sql immutable as $$
    select (p_from, p_to) in (
        ('draft', 'frozen'), ('frozen', 'open'), ('open', 'closing'), ('closing', 'closed'), ('closed', 'sealed'), ('sealed', 'certified'),
        ('draft', 'void'), ('frozen', 'void'), ('open', 'void'), ('closing', 'void'), ('closed', 'void'), ('sealed', 'void'), ('certified', 'void'))
$$;

create or replace function rnd.keep_to_the_path() returns trigger language plpgsql as $$
begin
    if (new.id, new.opens_at, new.closes_at, new.allow_change, new.rules, new.rules_hash, new.key_checksum)
       is distinct from (old.id, old.opens_at, old.closes_at, old.allow_change, old.rules, old.rules_hash, old.key_checksum)
       or old.log_public_key is not null and new.log_public_key is distinct from old.log_public_key then
        raise exception 'the rules of round % are frozen', old.id using errcode = 'PB002';
    end if;
    if new.state <> old.state and not rnd.may_go(old.state, new.state) then
        raise exception 'round % cannot go from % to %', old.id, old.state, new.state using errcode = 'PB003';
    end if;
    return new;
end $$;

-- Rows that have moved on leave nothing behind for longer than PostgreSQL's own cleaning takes to come round.
alter table ballotbox.inbox set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
alter table ballotbox.submission set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
alter table register.mark set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0.01);

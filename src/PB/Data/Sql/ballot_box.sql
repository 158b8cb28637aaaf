-- The ballot box: who has voted (register) apart from what was chosen (ballotbox), one door (cast_ballot), one gate (rnd.round).
-- The web process has no right to read or write these tables: it may only call the functions at the end.

create schema if not exists rnd;
create schema if not exists ballotbox;

-- The gate of a round: its frozen rules and whether ballots may go in.
create table rnd.round (
    id uuid constraint pk_round primary key constraint fk_round_id references public.rounds (id) on delete restrict,
    state text not null constraint ck_round_state
        check (state in ('draft', 'frozen', 'open', 'closing', 'closed', 'sealed', 'certified', 'void')),
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    closed_at timestamptz,
    allow_change boolean not null,
    rules text not null,
    rules_hash bytea not null constraint ck_round_rules_hash check (rules_hash = sha256(convert_to(rules, 'UTF8'))),
    key_checksum bytea not null,
    min_batch int not null default 50,
    constraint ck_round_closes_after_opening check (closes_at > opens_at),
    constraint ck_round_closed_in_time check (closed_at >= closes_at),
    constraint ck_round_closed_when_closed check ((closed_at is null) = (state in ('draft', 'frozen', 'open', 'closing')) or state = 'void')
);

-- One mark per person and round: that somebody voted, not what.
create table register.mark (
    round_id uuid not null constraint fk_mark_round_id references rnd.round (id) on delete restrict,
    voter_id uuid not null constraint fk_mark_voter_id references register.voters (id) on delete restrict,
    channel text not null constraint ck_mark_channel check (channel in ('web', 'sms', 'paper', 'assisted', 'imported')),
    version int not null constraint ck_mark_version check (version >= 1),
    final boolean not null,
    assurance text not null,
    last_at timestamptz not null,
    constraint pk_mark primary key (round_id, voter_id)
);

-- What was chosen, under a tag that only the key of the round connects with a person. No time, no sequence, no person.
create table ballotbox.inbox (
    round_id uuid not null constraint fk_inbox_round_id references rnd.round (id) on delete restrict,
    tag bytea not null constraint ck_inbox_tag check (length(tag) = 32),
    version int not null constraint ck_inbox_version check (version >= 1),
    content text not null,
    nonce bytea not null constraint ck_inbox_nonce check (length(nonce) = 32),
    leaf_hash bytea not null constraint ux_inbox_leaf_hash unique constraint ck_inbox_leaf_hash check (length(leaf_hash) = 32),
    constraint pk_inbox primary key (round_id, tag, version)
);

-- Which posts have been answered, so that a retry gets the same answer.
create table ballotbox.submission (
    key bytea constraint pk_submission primary key constraint ck_submission_key check (length(key) = 32),
    request_mac bytea not null,
    round_id uuid not null constraint fk_submission_round_id references rnd.round (id) on delete restrict,
    leaf_hash bytea not null,
    version int not null
);

-- The clock of the ballot box. The real time, not the transaction's; a test's database puts another in its place.
create function rnd.clock() returns timestamptz language sql volatile as 'select clock_timestamp()';

create function rnd.gate(p_round uuid) returns bigint language sql immutable as
$$ select hashtextextended('pb gate ' || p_round, 7001) $$;

-- A round's state goes forward along these edges only, and its frozen rules never change.
create function rnd.keep_to_the_path() returns trigger language plpgsql as $$
begin
    if (new.id, new.opens_at, new.closes_at, new.allow_change, new.rules, new.rules_hash, new.key_checksum)
       is distinct from (old.id, old.opens_at, old.closes_at, old.allow_change, old.rules, old.rules_hash, old.key_checksum) then
        raise exception 'the rules of round % are frozen', old.id using errcode = 'PB002';
    end if;
    if new.state <> old.state and (old.state, new.state) not in (
        ('draft', 'frozen'), ('frozen', 'open'), ('open', 'closing'), ('closing', 'closed'), ('closed', 'sealed'), ('sealed', 'certified'),
        ('draft', 'void'), ('frozen', 'void'), ('open', 'void'), ('closing', 'void'), ('closed', 'void'), ('sealed', 'void'), ('certified', 'void')) then
        raise exception 'round % cannot go from % to %', old.id, old.state, new.state using errcode = 'PB003';
    end if;
    return new;
end $$;
create trigger keep_to_the_path before update on rnd.round for each row execute function rnd.keep_to_the_path();

create function rnd.refuse() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'PB004';
end $$;
create trigger keep_rounds before delete on rnd.round for each row execute function rnd.refuse();
create trigger keep_rounds_whole before truncate on rnd.round for each statement execute function rnd.refuse();
create trigger keep_marks before delete on register.mark for each row execute function rnd.refuse();
create trigger keep_marks_whole before truncate on register.mark for each statement execute function rnd.refuse();
create trigger keep_ballots before update or delete on ballotbox.inbox for each row execute function rnd.refuse();
create trigger keep_ballots_whole before truncate on ballotbox.inbox for each statement execute function rnd.refuse();
create trigger keep_entries before update or delete on journal.entries for each row execute function rnd.refuse();
create trigger keep_entries_whole before truncate on journal.entries for each statement execute function rnd.refuse();

-- Two people: one asks for an act, another sees exactly what will happen and approves or declines; only then can it be carried out, once.
create schema approval;
grant usage, create on schema approval to pb_vote_owner;

create table approval.requests (
    id uuid not null constraint pk_requests primary key,
    act text not null constraint ck_requests_act check (act in (
        'Certify', 'Void', 'Reopen', 'Recount', 'CloseEarly', 'Extend', 'ChangeRules', 'DestroyKey', 'ExportVoters', 'AnnulBallot')),
    round_id uuid not null constraint fk_requests_round_id references public.rounds (id) on delete restrict,
    -- What exactly will be done, as JSON; the hash is over it, the act and the round.
    particulars text not null,
    subject_hash bytea not null,
    reason text not null constraint ck_requests_reason check (btrim(reason) <> ''),
    requested_by uuid not null constraint fk_requests_requested_by references public.people (id) on delete restrict,
    requested_as text not null,
    requested_at timestamptz not null,
    expires_at timestamptz not null,
    -- Whose ballot is to be annulled; forgotten as soon as it is decided.
    about_voter uuid,
    approved_by uuid constraint fk_requests_approved_by references public.people (id) on delete restrict,
    approved_as text,
    decided_at timestamptz,
    outcome text constraint ck_requests_outcome check (outcome in ('Approved', 'Declined')),
    answer text,
    used_at timestamptz,
    used_xact xid8,
    constraint ck_requests_two_people check (requested_by <> approved_by),
    constraint ck_requests_expires check (expires_at > requested_at),
    constraint ck_requests_decided_whole check (
        (decided_at is null) = (outcome is null) and (decided_at is null) = (approved_by is null) and (decided_at is null) = (answer is null)),
    constraint ck_requests_decided_in_time check (decided_at < expires_at),
    constraint ck_requests_declined_with_reason check (outcome <> 'Declined' or btrim(answer) <> ''),
    constraint ck_requests_used_when_approved check (used_at is null or outcome = 'Approved'),
    constraint ck_requests_used_whole check ((used_at is null) = (used_xact is null))
);
create index ix_requests_round_id on approval.requests (round_id);
create index ix_requests_used_xact on approval.requests (used_xact);

create function approval.hash(p_act text, p_round uuid, p_particulars text, p_voter uuid) returns bytea language sql immutable as
$$ select sha256(convert_to(format(E'pb-approval/1\n%s\n%s\n%s\n%s\n', p_act, p_round, p_particulars, p_voter), 'UTF8')) $$;

create function approval.keep_request() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['about_voter', 'approved_by', 'approved_as', 'decided_at', 'outcome', 'answer', 'used_at', 'used_xact'])
       is distinct from (to_jsonb(old) - array['about_voter', 'approved_by', 'approved_as', 'decided_at', 'outcome', 'answer', 'used_at', 'used_xact'])
       or (old.decided_at is not null and (new.approved_by, new.approved_as, new.decided_at, new.outcome, new.answer)
           is distinct from (old.approved_by, old.approved_as, old.decided_at, old.outcome, old.answer))
       or (old.used_at is not null and (new.used_at, new.used_xact) is distinct from (old.used_at, old.used_xact))
       or new.about_voter is distinct from old.about_voter and new.about_voter is not null then
        raise exception 'request % stays as it is', old.id using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_request before update on approval.requests for each row execute function approval.keep_request();
create trigger keep_requests before delete on approval.requests for each row execute function rnd.refuse();
create trigger keep_requests_whole before truncate on approval.requests for each statement execute function rnd.refuse();

create function approval.ask(p_id uuid, p_act text, p_round uuid, p_particulars text, p_reason text, p_by uuid, p_as text, p_voter uuid)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into approval.requests (id, act, round_id, particulars, subject_hash, reason, requested_by, requested_as, requested_at, expires_at, about_voter)
    values (p_id, p_act, p_round, p_particulars, approval.hash(p_act, p_round, p_particulars, p_voter), p_reason, p_by, p_as, rnd.clock(),
            rnd.clock() + interval '7 days', p_voter);
end $$;

-- p_hash is of what the second person was shown. Outcomes: approved, declined, decided, expired, same_person, other.
create function approval.decide(p_id uuid, p_by uuid, p_as text, p_approve boolean, p_answer text, p_hash bytea) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    asked approval.requests;
begin
    select * into asked from approval.requests where id = p_id for update;
    if asked.decided_at is not null then return 'decided'; end if;
    if rnd.clock() >= asked.expires_at then return 'expired'; end if;
    if asked.requested_by = p_by then return 'same_person'; end if;
    if asked.subject_hash is distinct from p_hash then return 'other'; end if;
    update approval.requests set approved_by = p_by, approved_as = p_as, decided_at = rnd.clock(), answer = p_answer,
        outcome = case when p_approve then 'Approved' else 'Declined' end, about_voter = case when p_approve then about_voter end
    where id = p_id;
    return case when p_approve then 'approved' else 'declined' end;
end $$;

-- Takes an approval for the act that this transaction carries out. Only the functions of acts call it.
create function approval.spend(p_id uuid) returns approval.requests language plpgsql as $$
declare
    asked approval.requests;
begin
    update approval.requests set used_at = rnd.clock(), used_xact = pg_current_xact_id()
    where id = p_id and outcome = 'Approved' and used_at is null and rnd.clock() < expires_at
      and (about_voter is null or subject_hash = approval.hash(act, round_id, particulars, about_voter))
    returning * into asked;
    if not found then
        raise exception 'this act needs the approval of a second person' using errcode = 'PB006';
    end if;
    return asked;
end $$;

-- Whether this transaction carries out one of these acts on a round with two people's word.
create function approval.is_spent_now(p_round uuid, variadic p_acts text[]) returns boolean language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
    select exists (select from approval.requests where round_id = p_round and act = any(p_acts) and used_xact = pg_current_xact_id_if_assigned())
$$;

grant select, references on public.rounds, public.people to pb_vote_owner;
alter table approval.requests owner to pb_vote_owner;
grant usage on schema approval to pb_app;
grant select on approval.requests to pb_app;

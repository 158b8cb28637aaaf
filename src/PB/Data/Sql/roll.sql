-- Who may vote: registers as keyed hashes, codes as keyed hashes, provisional voters on whom two people decide. Nothing here says what was chosen.

-- How often somebody looked for themselves in a register; older lines are of no use and go.
create table register.tries (
    round_id uuid not null constraint fk_tries_round_id references public.rounds (id) on delete restrict,
    voter_id uuid not null constraint fk_tries_voter_id references register.voters (id) on delete restrict,
    at timestamptz not null
);
create index ix_tries_voter_id on register.tries (voter_id);

-- Counts this try too, so that two at once do not both pass as the last one.
create function register.note_try(p_round uuid, p_voter uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('pb try ' || p_voter, 7004));
    delete from register.tries where voter_id = p_voter and at <= rnd.clock() - interval '1 day';
    insert into register.tries values (p_round, p_voter, rnd.clock());
    return (select count(*) from register.tries where voter_id = p_voter and round_id = p_round);
end $$;

-- Makes a voter the one and only who takes part as this person. Outcomes: claimed, taken (by another voter), voted (this voter did, as somebody else).
create function register.claim(p_round uuid, p_voter uuid, p_digest bytea) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('pb claim ' || p_voter, 7005));
    if exists (select from register.people where round_id = p_round and voter_id = p_voter and digest = p_digest) then
        return 'claimed';
    end if;
    if exists (select from register.people where round_id = p_round and digest = p_digest and (voter_id is not null or code_id is not null)) then
        return 'taken';
    end if;
    if exists (select from register.mark where round_id = p_round and voter_id = p_voter)
       and exists (select from register.people where round_id = p_round and voter_id = p_voter) then
        return 'voted';
    end if;
    -- Who slipped when they wrote their name lets go of the one they wrote first.
    delete from register.people where round_id = p_round and voter_id = p_voter and import_id is null;
    update register.people set voter_id = null where round_id = p_round and voter_id = p_voter;
    insert into register.people as p (round_id, digest, voter_id) values (p_round, p_digest, p_voter)
    on conflict (round_id, digest) do update set voter_id = p_voter where p.voter_id is null and p.code_id is null;
    return case when found then 'claimed' else 'taken' end;
end $$;

-- A register that nobody has approved makes way for another.
create function register.withdraw_imports(p_round uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update register.people p set import_id = null, number_digest = null, area_id = null, age = null from register.imports i
    where i.round_id = p_round and i.applied_at is null and p.import_id = i.id and (p.voter_id is not null or p.code_id is not null);
    delete from register.people p using register.imports i where i.round_id = p_round and i.applied_at is null and p.import_id = i.id;
    delete from register.imports where round_id = p_round and applied_at is null;
end $$;

-- A register counts from when two people want it, in the transaction of the second one's word and no other.
create function register.keep_import() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'INSERT' and new.applied_at is not null
       or tg_op = 'UPDATE' and ((to_jsonb(new) - 'applied_at') is distinct from (to_jsonb(old) - 'applied_at') or old.applied_at is not null
                                or not approval.is_spent_now(new.round_id, 'ImportRegister')) then
        raise exception 'a register needs the word of two people' using errcode = 'PB006';
    end if;
    return new;
end $$;
create function register.apply_import(p_import uuid, p_round uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update register.imports set applied_at = rnd.clock() where id = p_import and round_id = p_round and applied_at is null;
    perform rnd.must(found, 'another register was read in since');
end $$;

create trigger keep_import before insert or update on register.imports for each row execute function register.keep_import();

-- When a round is certified or annulled nobody needs to know any more who proved themselves how.
create function register.forget_proofs() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from register.people where round_id = new.id;
    delete from register.tries where round_id = new.id;
    update register.roll_entries set area_id = null, age = null, postcode = null where round_id = new.id;
    update register.provisional_voters set name = null, born_on = null, address = null, because = null, conflict = null where round_id = new.id;
    return null;
end $$;
create trigger forget_proofs after update on rnd.round for each row when (new.state in ('certified', 'void') and new.state <> old.state) execute function register.forget_proofs();

-- Provisional ballots: marked as such, and not accepted by two people.
create function register.not_accepted(p_round uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.voter_id from register.mark m left join register.provisional_voters p on p.round_id = m.round_id and p.voter_id = m.voter_id
    where m.round_id = p_round and m.assurance = 'provisional' and not coalesce(p.confirmed_at is not null and p.decision = 'Accept', false)
      and not exists (select from register.roll_entries e where e.round_id = m.round_id and e.voter_id = m.voter_id and e.way <> 'Provisional')
$$;

create function register.waits_for_people(p_round uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from rnd.round r join register.not_accepted(p_round) v on true
                   left join register.provisional_voters p on p.round_id = r.id and p.voter_id = v
                   where r.id = p_round and p.confirmed_at is null and rnd.clock() < r.closes_at + interval '3 days')
$$;

-- Two people decided who of two is the person: the other one has to prove it anew.
create function register.hand_over(p_round uuid, p_from uuid, p_to uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update register.people set voter_id = null where round_id = p_round and voter_id = p_to;
    update register.people set voter_id = p_to where round_id = p_round and voter_id = p_from;
    delete from register.roll_entries where round_id = p_round and voter_id = p_from;
end $$;

-- Whether a ballot lies under this tag that is not left out. Never what.
create function ballotbox.stands(p_round uuid, p_tag bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select ballotbox.has_ballot(p_round, p_tag) and not exists (select from ballotbox.annulled where round_id = p_round and tag = p_tag)
$$;

-- Whether all ballots of a closed round are in the log, though it has not ended.
create function ballotbox.is_sealed_whole(p_round uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from rnd.round where id = p_round and state = 'closed') and not exists (select from ballotbox.inbox where round_id = p_round)
$$;

create function register.provisional_figures(p_round uuid, out cast_ballots bigint, out accepted bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select count(*), count(*) - (select count(*) from register.not_accepted(p_round)) from register.mark where round_id = p_round and assurance = 'provisional'
$$;

alter table ballotbox.annulled drop constraint ck_annulled_reason;
alter table ballotbox.annulled add constraint ck_annulled_reason check (reason in ('NotEligible', 'SamePerson', 'Fraud', 'Provisional'));

-- Leaves out, in public, as many provisional ballots as were not accepted; and none that is not provisional.
create function ballotbox.leave_out_provisionals(p_round uuid, p_tags bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    one record;
begin
    perform rnd.must(exists (select from rnd.round where id = p_round and state = 'closed'), 'the round is not closed');
    perform rnd.must(cardinality(p_tags) = (select count(*) from register.not_accepted(p_round)), 'these are not the ballots that were not accepted');
    for one in select distinct on (s.tag) s.tag, s.leaf_hash, s.class from ballotbox.sealed s where s.round_id = p_round and s.tag = any (p_tags) order by s.tag, s.version desc loop
        perform rnd.must(one.class = 'provisional', 'this ballot is not provisional');
        insert into ballotbox.annulled values (p_round, one.tag, one.leaf_hash, 'Provisional') on conflict do nothing;
        if found then
            perform rnd.tell_log(p_round, 'annul', jsonb_build_object('leaf', encode(one.leaf_hash, 'hex'), 'because', 'Provisional'));
        end if;
    end loop;
end $$;

alter table approval.requests drop constraint ck_requests_act;
alter table approval.requests add constraint ck_requests_act check (act in (
    'Certify', 'Void', 'Reopen', 'Recount', 'CloseEarly', 'Extend', 'ChangeRules', 'DestroyKey', 'ExportVoters', 'AnnulBallot', 'ImportRegister'));

-- What was left out because nobody accepted it needs no approval of its own: the two who refused it stand beside the voter.
create or replace function approval.faults() returns table (fault text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query select format('Request %s was used without the word of a second person in time.', a.id) from approval.requests a
        where a.used_at is not null and (a.outcome is distinct from 'Approved' or a.approved_by is null or a.approved_by = a.requested_by or a.decided_at >= a.expires_at);
    return query select format('Request %s says something else than what was asked for.', a.id) from approval.requests a
        where a.act <> 'AnnulBallot' and a.subject_hash <> approval.hash(a.act, a.round_id, a.particulars, null);
    return query select format('Round %s went from %s to %s without the word of two people.', s.round_id, s.before, s.after) from rnd.state_changes s
        where not exists (select from rnd.edges() e where e.before = s.before and e.after = s.after and e.act = '') and s.before is not null
          and not exists (select from approval.requests a join rnd.edges() e on e.act = a.act and e.before = s.before and e.after = s.after
                          where a.round_id = s.round_id and a.used_xact = s.xact);
    return query select format('Result %s of round %s was counted without the word of two people.', v.version, v.round_id) from public.results v
        where v.version > 1 and not exists (select from approval.requests a where a.round_id = v.round_id and a.act in ('Recount', 'Reopen', 'AnnulBallot') and a.used_at <= v.counted_at);
    return query select format('The key of round %s was given up without the word of two people.', d.round_id) from rnd.key_destructions d
        where not exists (select from approval.requests a where a.round_id = d.round_id and a.act = 'DestroyKey' and a.used_at is not null);
    return query select format('%s ballots of round %s are annulled, and %s were approved.', n.annulled, n.round_id, n.approved)
        from (select z.round_id, count(*) as annulled,
                     (select count(*) from approval.requests a where a.round_id = z.round_id and a.act = 'AnnulBallot' and a.used_at is not null) as approved
              from ballotbox.annulled z where z.reason <> 'Provisional' group by z.round_id) n
        where n.annulled <> n.approved;
end $$;

do $$
declare
    door regprocedure;
    name text;
begin
    alter table register.tries owner to pb_vote_owner;
    foreach name in array array['people', 'imports', 'roll_entries', 'provisional_voters', 'code_batches', 'codes'] loop
        execute format('grant select, insert, update on register.%I to pb_app', name);
    end loop;
    grant select, insert, update, delete on register.people, register.imports to pb_vote_owner;
    grant select, update, delete on register.roll_entries to pb_vote_owner;
    grant select, update on register.provisional_voters to pb_vote_owner;
    grant select on register.codes to pb_vote_owner;
    foreach door in array array[
        'register.note_try(uuid, uuid)', 'register.claim(uuid, uuid, bytea)', 'register.withdraw_imports(uuid)', 'register.not_accepted(uuid)', 'register.waits_for_people(uuid)',
        'register.provisional_figures(uuid)', 'register.keep_import()', 'register.apply_import(uuid, uuid)', 'register.forget_proofs()', 'ballotbox.leave_out_provisionals(uuid, bytea[])', 'ballotbox.is_sealed_whole(uuid)', 'ballotbox.stands(uuid, bytea)', 'register.hand_over(uuid, uuid, uuid)', 'approval.faults()']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
end $$;

create trigger touch after insert or update on register.imports for each row execute function journal.touch();
create trigger touch after insert or update on register.code_batches for each row execute function journal.touch();
create trigger touch after update of voided_at on register.codes for each row execute function journal.touch();
create trigger touch after update of decision, confirmed_at on register.provisional_voters for each row execute function journal.touch();

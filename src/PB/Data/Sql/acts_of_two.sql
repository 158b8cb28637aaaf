-- Carries out what two people agreed on, from the approved particulars and nothing else. The site may only name the approval.
-- Refuses with PB006 where the approval is missing, old, used or of something else, and with PB009 where the round is not there yet.
create function rnd.carry_out(p_approval uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    agreed approval.requests := approval.spend(p_approval);
begin
    if agreed.round_id is null then
        return; -- an export: the approval itself is what the site asks for
    end if;
    perform pg_advisory_xact_lock(rnd.gate(agreed.round_id));
    perform from public.rounds where id = agreed.round_id for no key update;
    case agreed.act
        when 'Certify' then perform rnd.certify(agreed);
        when 'Void', 'ChangeRules' then perform rnd.annul_round(agreed);
        when 'Reopen', 'CloseEarly', 'Extend' then perform rnd.move_close(agreed);
        when 'Recount' then perform rnd.must(exists (select from rnd.round where id = agreed.round_id and state = any (rnd.certifiable())), 'there is nothing to recount');
        when 'DestroyKey' then perform rnd.give_up_key(agreed);
        when 'AnnulBallot' then
            perform rnd.must(exists (select from ballotbox.annulled where round_id = agreed.round_id and xmin = pg_current_xact_id()::xid), 'no ballot was annulled');
        else null;
    end case;
end $$;

create function rnd.must(p_so boolean, p_else text) returns void language plpgsql as $$
begin
    if p_so is not true then
        raise exception '%', p_else using errcode = 'PB009';
    end if;
end $$;

create function rnd.certify(agreed approval.requests) returns void language plpgsql as $$
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
end $$;

-- When the time for challenges of the newest published result ends; null while none is published.
create function rnd.challenges_end(p_round uuid) returns timestamptz language sql stable as $$
    select v.published_at + make_interval(days => r.challenge_days) from public.rounds r join public.results v on v.round_id = r.id
    where r.id = p_round order by v.version desc limit 1
$$;

create function rnd.annul_round(agreed approval.requests) returns void language plpgsql as $$
begin
    update public.rounds set cancelled_at = rnd.clock(), cancelled_because = agreed.reason where id = agreed.round_id and cancelled_at is null;
    perform rnd.must(found, 'the round is cancelled already');
    update rnd.round set state = 'void' where id = agreed.round_id;
    perform rnd.must(found, 'voting has not opened');
end $$;

create function rnd.move_close(agreed approval.requests) returns void language plpgsql as $$
declare
    gate rnd.round;
    kept public.rounds;
    until timestamptz := (agreed.particulars::jsonb ->> 'closesAt')::timestamptz;
begin
    select * into gate from rnd.round where id = agreed.round_id;
    select * into kept from public.rounds where id = agreed.round_id;
    if agreed.act = 'CloseEarly' then
        until := greatest(until, rnd.clock());
        perform rnd.must(gate.state = 'open' and until < gate.closes_at and until > gate.opens_at, 'voting is not open for so long');
    elsif agreed.act = 'Extend' then
        perform rnd.must(gate.state = 'open' and rnd.clock() < gate.closes_at and until > gate.closes_at, 'voting is over, or ends later');
    else
        perform rnd.must(gate.state in ('closing', 'closed', 'sealed') and until > rnd.clock(), 'the round cannot be opened again');
        update public.rounds set counted_at = null, published_at = null where id = agreed.round_id;
    end if;
    perform rnd.must(until < coalesce(kept.delivery_from, 'infinity'), 'delivery begins before that');
    insert into public.calendar_changes (id, round_id, voting_from_before, voting_until_before, voting_from_after, voting_until_after, reason, at)
    values (gen_random_uuid(), kept.id, kept.voting_from, kept.voting_until, kept.voting_from, until, agreed.reason, rnd.clock());
    if agreed.act <> 'CloseEarly' then
        perform rnd.tell_log(kept.id, lower(agreed.act), jsonb_build_object('closesAt', until, 'reason', agreed.reason));
    end if;
    update public.rounds set voting_until = until where id = kept.id;
    update rnd.round set closes_at = until, closed_at = null, state = 'open' where id = kept.id;
end $$;

create function rnd.give_up_key(agreed approval.requests) returns void language plpgsql as $$
begin
    perform rnd.must(not exists (select from rnd.key_destructions where round_id = agreed.round_id), 'the key is destroyed already');
    insert into rnd.key_destructions select id, key_checksum, rnd.clock() from rnd.round where id = agreed.round_id and state = 'certified';
    perform rnd.must(found, 'the result is not certified');
end $$;

-- All ballots of a round, sealed into the log or not yet. Only for the functions below.
create function ballotbox.every_ballot(p_round uuid) returns table (tag bytea, version int, content text, leaf_hash bytea) language plpgsql stable as $$
begin
    return query select b.tag, b.version, b.content, b.leaf_hash from ballotbox.inbox b where b.round_id = p_round;
    if to_regclass('ballotbox.sealed') is not null then
        return query execute 'select tag, version, content, leaf_hash from ballotbox.sealed where round_id = $1' using p_round;
    end if;
end $$;

-- Leaves a ballot out of the count, for a reason of the roll. The tag is made where the key is; the voter is forgotten here.
create function ballotbox.annul(p_approval uuid, p_tag bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    agreed approval.requests;
    leaf bytea;
begin
    select * into agreed from approval.requests where id = p_approval and act = 'AnnulBallot' and outcome = 'Approved' and used_at is null;
    perform rnd.must(agreed.id is not null, 'nobody approved that');
    perform rnd.must(exists (select from rnd.round where id = agreed.round_id and state in ('open', 'closing', 'closed', 'sealed')), 'the round is certified or void');
    select b.leaf_hash into leaf from ballotbox.every_ballot(agreed.round_id) b where b.tag = p_tag order by b.version desc limit 1;
    perform rnd.must(leaf is not null, 'there is no such ballot');
    insert into ballotbox.annulled values (agreed.round_id, p_tag, leaf, agreed.particulars::jsonb ->> 'because') on conflict do nothing;
    perform rnd.must(found, 'it is left out already');
    perform rnd.carry_out(p_approval);
    perform rnd.tell_log(agreed.round_id, 'annul', jsonb_build_object('leaf', encode(leaf, 'hex'), 'because', agreed.particulars::jsonb ->> 'because'));
    update approval.requests set about_voter = null where id = p_approval;
end $$;

-- The contents of annulled ballots, to say whether the winners would be others with them. Refuses before the close, whoever asks.
create function ballotbox.annulled_contents(p_round uuid) returns table (content text, times bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select 1 from rnd.round where id = p_round and state in ('closed', 'sealed', 'certified')) then
        raise exception 'the ballot box of round % is not closed', p_round using errcode = 'PB005';
    end if;
    return query
        select newest.content, count(*)
        from (select distinct on (b.tag) b.content from ballotbox.every_ballot(p_round) b join ballotbox.annulled a on a.round_id = p_round and a.tag = b.tag
              order by b.tag, b.version desc) newest
        group by newest.content order by newest.content;
end $$;

-- Where there is a public log, it leaves out what its events name.
do $$
begin
    if to_regprocedure('ballotbox.set_aside(uuid)') is null then
        create or replace function ballotbox.counted(p_round uuid) returns table (content text, times bigint)
        language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $counted$
        begin
            if not exists (select 1 from rnd.round where id = p_round and state in ('closed', 'sealed', 'certified')) then
                raise exception 'the ballot box of round % is not closed', p_round using errcode = 'PB005';
            end if;
            return query
                select newest.content, count(*)
                from (select distinct on (b.tag) b.content from ballotbox.every_ballot(p_round) b
                      where not exists (select from ballotbox.annulled a where a.round_id = p_round and a.tag = b.tag)
                      order by b.tag, b.version desc) newest
                group by newest.content order by newest.content;
        end $counted$;
    end if;
end $$;

-- Whether a ballot was cast under this tag, for whoever asks that it be annulled. Never what.
create function ballotbox.has_ballot(p_round uuid, p_tag bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select exists (select from ballotbox.every_ballot(p_round) where tag = p_tag) $$;

-- What the states and acts of rounds have wrong with them, in words.
create function rnd.state_faults() returns table (fault text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query select format('Round %s went from %s to %s, which is no way.', s.round_id, s.before, s.after) from rnd.state_changes s
        where s.before is not null and not exists (select from rnd.edges() e where e.before = s.before and e.after = s.after);
    return query select format('Step %s of round %s does not follow the one before it.', s.n, s.round_id)
        from (select c.*, lag(c.after) over (partition by c.round_id order by c.n) as left_off, row_number() over (partition by c.round_id order by c.n) as place
              from rnd.state_changes c) s
        where s.n <> s.place or s.before is distinct from s.left_off;
    return query select format('Round %s is %s, but its history ends at %s.', r.id, r.state, h.after) from rnd.round r
        left join lateral (select c.after from rnd.state_changes c where c.round_id = r.id order by c.n desc limit 1) h on true
        where h.after is distinct from r.state;
    return query select format('Something of round %s changed after it was certified.', c.round_id) from rnd.certifications c
        where c.hash <> rnd.round_hash(c.round_id);
end $$;

create function approval.faults() returns table (fault text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
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
              from ballotbox.annulled z group by z.round_id) n
        where n.annulled <> n.approved;
end $$;

do $$
declare
    door regprocedure;
begin
    foreach door in array array[
        'approval.ask(uuid, text, uuid, text, text, uuid, text, uuid)', 'approval.decide(uuid, uuid, text, boolean, text, bytea)',
        'approval.is_spent_now(uuid, text[])', 'approval.faults()', 'approval.hash(text, uuid, text, uuid)',
        'rnd.carry_out(uuid)', 'rnd.state_faults()', 'rnd.keep_round()', 'rnd.keep_part()', 'rnd.keep_project()', 'rnd.keep_result()', 'rnd.keep_challenge()',
        'ballotbox.annul(uuid, bytea)', 'ballotbox.annulled_contents(uuid)', 'ballotbox.has_ballot(uuid, bytea)']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
    foreach door in array array[
        'approval.spend(uuid)', 'approval.keep_request()', 'rnd.must(boolean, text)', 'rnd.certify(approval.requests)', 'rnd.challenges_end(uuid)', 'rnd.annul_round(approval.requests)',
        'rnd.move_close(approval.requests)', 'rnd.give_up_key(approval.requests)', 'rnd.round_hash(uuid)', 'rnd.note_state()', 'rnd.tell_log(uuid, text, jsonb)', 'ballotbox.every_ballot(uuid)']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
    end loop;
end $$;
grant select on rnd.key_destructions, rnd.certifications, rnd.state_changes to pb_app;

-- Youth funds: the room's rights, a ledger that nobody edits and no pot overdraws, criteria that stay as the panel agreed on them, and what was declared or signed.

grant usage on schema grants to pb_app;
grant select, insert, update, delete on all tables in schema grants to pb_app;
alter default privileges in schema grants grant select, insert, update, delete on tables to pb_app;

-- What a line does to the money that can still be given away.
create function grants.sign_of(p_kind text) returns int language sql immutable as $$
    select case when p_kind in ('Allocate', 'Unreserve', 'Release', 'Refund', 'CarryIn', 'AdjustUp') then 1
                when p_kind in ('Reserve', 'Commit', 'CarryOut', 'AdjustDown') then -1
                when p_kind = 'Pay' then 0 end
$$;

create function grants.keep_pot() returns trigger language plpgsql as $$
declare
    remaining bigint;
begin
    -- Lock before reading: whoever comes at the same moment waits here, and then sees this line.
    perform from grants.pots where id = new.pot_id for update;
    select coalesce(sum(grants.sign_of(e.kind) * e.amount), 0) + grants.sign_of(new.kind) * new.amount into remaining from grants.pot_entries e where e.pot_id = new.pot_id;
    if remaining is null or remaining < 0 then
        raise exception 'no pot gives more than is in it' using errcode = 'PB011';
    end if;
    if new.kind in ('Release', 'Pay', 'Refund') and new.award_id is not null and (
        select sum(case e.kind when 'Commit' then e.amount when 'Release' then -e.amount else 0 end) - case when new.kind = 'Release' then new.amount else 0 end
               < sum(case e.kind when 'Pay' then e.amount else 0 end) + case when new.kind = 'Pay' then new.amount else 0 end
            or sum(case e.kind when 'Refund' then e.amount else 0 end) + case when new.kind = 'Refund' then new.amount else 0 end > sum(case e.kind when 'Pay' then e.amount else 0 end)
        from grants.pot_entries e where e.pot_id = new.pot_id and e.award_id = new.award_id) is not false then
        raise exception 'no award is paid more than was promised to it, and none gives back more than it was paid' using errcode = 'PB011';
    end if;
    return new;
end $$;
create trigger keep_pot before insert on grants.pot_entries for each row execute function grants.keep_pot();

-- What the panel agreed on stays.
create function grants.keep_criteria() returns trigger language plpgsql as $$
begin
    if exists (select from grants.calls c where c.id = case when tg_op = 'DELETE' then old.call_id else new.call_id end and c.criteria_agreed_at is not null) then
        raise exception 'the panel has agreed on its criteria' using errcode = 'PB002';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_criteria before insert or update or delete on grants.criteria for each row execute function grants.keep_criteria();

create function grants.keep_call() returns trigger language plpgsql as $$
begin
    if old.criteria_agreed_at is not null and (new.criteria_agreed_at, new.weights_active, new.weights_present, new.weights_for, new.weights_against, new.weights_abstained)
       is distinct from (old.criteria_agreed_at, old.weights_active, old.weights_present, old.weights_for, old.weights_against, old.weights_abstained) then
        raise exception 'the panel has agreed on its criteria' using errcode = 'PB002';
    end if;
    if old.criteria_agreed_at is null and new.criteria_agreed_at is not null
       and (select coalesce(sum(c.weight), 0) from grants.criteria c where c.call_id = new.id) <> 100 then
        raise exception 'the weights of a call add up to 100' using errcode = 'PB002';
    end if;
    if old.announced_at is not null and (new.announced_at, new.opens_at, new.min_award, new.max_award) is distinct from (old.announced_at, old.opens_at, old.min_award, old.max_award) then
        raise exception 'a call stays as it was announced' using errcode = 'PB002';
    end if;
    return new;
end $$;
create trigger keep_call before update on grants.calls for each row execute function grants.keep_call();

do $$
declare
    name text;
begin
    foreach name in array array['pot_entries', 'conflict_declarations', 'signatures', 'eligibility_checks'] loop
        execute format('create trigger keep_rows before update or delete on grants.%I for each row execute function rnd.refuse()', name);
        execute format('create trigger keep_whole before truncate on grants.%I for each statement execute function rnd.refuse()', name);
    end loop;
    -- What the fund's adults and the panel change goes into the journal; what a group writes is its own.
    foreach name in array array['funds', 'fund_appointments', 'pots', 'pot_entries', 'panels', 'panel_members', 'consents', 'adult_checks', 'calls', 'criteria', 'eligibility_rules', 'call_pots', 'weight_votes',
        'eligibility_checks', 'waivers', 'eligibility_queries', 'conflict_declarations'] loop
        execute format('create trigger touch after insert or update or delete on grants.%I for each row execute function journal.touch()', name);
    end loop;
end $$;

-- The list of locks and rights that I43 compares knows this room too.
do $$
begin
    execute replace(pg_get_functiondef('invariant.catalogue()'::regprocedure), $q$'outbox', 'invariant')$q$, $q$'outbox', 'invariant', 'grants')$q$);
end $$;

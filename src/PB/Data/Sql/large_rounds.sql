-- Closing a round of any size, in tables of any age.

-- After an earlier round was sealed the statistics say that the inbox is empty: going through it row by row would take hours.
alter function ballotbox.seal(uuid, boolean) set enable_nestloop = off;

-- Inside their callers, where the path is set already: a function with a setting of its own is called anew for each of the ballots' fields.
alter function ballotbox.salt(text, bytea) reset search_path;
alter function ballotbox.commitment(text, bytea, text) reset search_path;

-- A mark stays, but for the moment of the close, in which all are written anew.
create function register.keep_marks() returns trigger language plpgsql as $$
begin
    if exists (
        select from (select distinct round_id from gone) g
        where current_user <> 'pb_vote_owner'
           or not rnd.is_rehearsal(g.round_id) and (select state from rnd.round where id = g.round_id) is distinct from 'closing') then
        raise exception '% is append-only', tg_table_name using errcode = 'PB004';
    end if;
    return null;
end $$;
drop trigger keep_marks on register.mark;
create trigger keep_marks after delete on register.mark referencing old table as gone for each statement execute function register.keep_marks();

create or replace function rnd.close_round(p_round uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    gate rnd.round;
begin
    perform pg_advisory_xact_lock(rnd.gate(p_round));
    select * into gate from rnd.round where id = p_round;
    if gate.state in ('closed', 'sealed', 'certified') then
        return true;
    end if;
    if gate.state is distinct from 'open' or rnd.clock() < gate.closes_at then
        return false;
    end if;
    update rnd.round set state = 'closing' where id = p_round;
    -- The minute of a vote was needed to order late texts; from here on the day is enough. Every mark is written anew, in an order of chance:
    -- neither its transaction nor its place says any more when somebody voted. An update would not do: it stays on the page where there is room.
    with gone as (delete from register.mark where round_id = p_round returning *)
    insert into register.mark (round_id, voter_id, channel, version, final, assurance, last_at)
    select round_id, voter_id, channel, version, final, assurance, date_trunc('day', last_at, 'UTC') from gone order by gen_random_uuid();
    update rnd.round set state = 'closed', closed_at = rnd.clock() where id = p_round;
    perform register.forget_notices(p_round);
    return true;
end $$;

-- Closing a round of any size, in tables of any age.

-- After an earlier round was sealed the statistics say that the inbox is empty: going through it row by row would take hours.
alter function ballotbox.seal(uuid, boolean) set enable_nestloop = off;

-- A mark stays, but for the moment of the close, in which it is written anew.
create function register.keep_mark() returns trigger language plpgsql as $$
begin
    if current_user = 'pb_vote_owner' and (rnd.is_rehearsal(old.round_id) or (select state from rnd.round where id = old.round_id) = 'closing') then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'PB004';
end $$;
drop trigger keep_marks on register.mark;
create trigger keep_marks before delete on register.mark for each row execute function register.keep_mark();

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

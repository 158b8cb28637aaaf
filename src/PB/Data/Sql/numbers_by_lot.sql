-- A number changes once, by a lot that gives it; and once voting has opened, a project reads as it read then.
create function rnd.keep_number() returns trigger language plpgsql as $$
begin
    if old.number is not null and (new.number, new.earlier_number) is distinct from (old.number, old.earlier_number)
       and (old.earlier_number is not null or new.earlier_number is distinct from old.number
            or not exists (select from number_lots l where l.round_id = old.round_id and new.number >= l.first and new.number < l.first + l.count)) then
        raise exception 'the number of project % of round % stays', old.number, old.round_id using errcode = 'PB004';
    end if;
    if old.number is not null and (new.description, new.place) is distinct from (old.description, old.place)
       and exists (select from rnd.round r where r.id = old.round_id and r.state not in ('draft', 'frozen')) then
        raise exception 'project % of round % is on a ballot', old.number, old.round_id using errcode = 'PB002';
    end if;
    return new;
end $$;
create trigger keep_number before update on public.proposals for each row execute function rnd.keep_number();

-- A lot is drawn before the ballot is frozen, and stays.
create trigger keep_part before insert on public.number_lots for each row execute function rnd.keep_part();
create trigger keep_rows before update or delete on public.number_lots for each row execute function rnd.refuse();
create trigger keep_whole before truncate on public.number_lots for each statement execute function rnd.refuse();
create trigger touch after insert or update or delete on public.number_lots for each row execute function journal.touch();
grant select on public.number_lots to pb_vote_owner;

-- What a panel said of the shortlist stays as it was said, and the panel as it sat; and all of it is done before voting opens.
create function rnd.keep_shortlist() returns trigger language plpgsql as $$
begin
    if exists (select from shortlist_panels s where s.round_id = case when tg_op = 'INSERT' then new.round_id else old.round_id end and s.decided_at is not null) then
        raise exception 'the shortlist is decided' using errcode = 'PB004';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['shortlist_panels', 'shortlist_seats', 'shortlist_lines'] loop
        execute format('create trigger keep_shortlist before insert or update or delete on public.%I for each row execute function rnd.keep_shortlist()', name);
        execute format('create trigger keep_part before insert or update or delete on public.%I for each row execute function rnd.keep_part()', name);
        execute format('create trigger keep_whole before truncate on public.%I for each statement execute function rnd.refuse()', name);
        execute format('create trigger touch after insert or update or delete on public.%I for each row execute function journal.touch()', name);
        execute format('grant select on public.%I to pb_vote_owner', name);
    end loop;
end $$;

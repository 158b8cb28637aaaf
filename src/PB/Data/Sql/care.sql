-- Care: no thread without two adults, no message that nobody has read before it is seen, and worries that stay.

create function grants.two_adults() returns trigger language plpgsql as $$
declare
    of_thread uuid := (case tg_table_name when 'threads' then to_jsonb(new) ->> 'id' else to_jsonb(coalesce(new, old)) ->> 'thread_id' end)::uuid;
begin
    if exists (select from grants.threads t where t.id = of_thread)
       and (select count(*) from grants.thread_members m where m.thread_id = of_thread and m.is_adult and m.left_at is null) < 2 then
        raise exception 'two adults read every thread' using errcode = '23514', constraint = 'ck_threads_two_adults';
    end if;
    return null;
end $$;
create constraint trigger two_adults after insert on grants.threads deferrable initially deferred for each row execute function grants.two_adults();
create constraint trigger two_adults after insert or update or delete on grants.thread_members deferrable initially deferred for each row execute function grants.two_adults();

-- Who is an adult does not change in a thread; only members write; a message stays as it was written, and is decided on once.
create function grants.keep_thread_member() returns trigger language plpgsql as $$
begin
    if (new.thread_id, new.person_id, new.is_adult, new.joined_at) is distinct from (old.thread_id, old.person_id, old.is_adult, old.joined_at) then
        raise exception 'a member of a thread stays who they are' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_member before update on grants.thread_members for each row execute function grants.keep_thread_member();

create function grants.keep_thread_message() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and not exists (select from grants.thread_members m where m.thread_id = new.thread_id and m.person_id = new.author_id and m.left_at is null) then
        raise exception 'only members write in a thread' using errcode = 'PB009';
    end if;
    if tg_op = 'UPDATE' and (num_nonnulls(old.released_at, old.kept_back_at) > 0 and new.text <> ''
       or (new.id, new.thread_id, new.author_id, new.written_at) is distinct from (old.id, old.thread_id, old.author_id, old.written_at)
       or new.text is distinct from old.text and new.text <> '') then
        raise exception 'a message stays as it was written' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_message before insert or update on grants.thread_messages for each row execute function grants.keep_thread_message();

-- A worry's words never change. Nothing of it goes into the journal but that it was filed.
create function grants.keep_worry() returns trigger language plpgsql as $$
begin
    if (new.id, new.fund_id, new.sealed, new.filed_at) is distinct from (old.id, old.fund_id, old.sealed, old.filed_at) then
        raise exception 'a worry stays as it was written' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_worry before update on grants.worries for each row execute function grants.keep_worry();

do $$
begin
    create trigger touch after insert or delete on grants.threads for each row execute function journal.touch();
    create trigger touch after insert or update or delete on grants.certificates for each row execute function journal.touch();
    create trigger keep_rows before update on grants.certificates for each row execute function rnd.refuse();
end $$;

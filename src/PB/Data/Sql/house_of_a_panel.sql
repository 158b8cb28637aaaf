-- What a panel and its coordinators say together: that one of them goes, that something few have marked is talked about, that some go and see a group.

-- What was said about a member stays once it is settled.
create function grants.keep_removal() returns trigger language plpgsql as $$
begin
    if num_nonnulls(old.agreed_at, old.rejected_at) > 0
       or (to_jsonb(new) - array['agreed_at', 'rejected_at']) <> (to_jsonb(old) - array['agreed_at', 'rejected_at']) then
        raise exception 'what the panel said about a member stays' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_removal before update on grants.removals for each row execute function grants.keep_removal();

-- Two adults go along on every visit. Looked at when all is written.
create function grants.two_adults_on_a_visit() returns trigger language plpgsql as $$
begin
    if (select count(*) from grants.visitors v where v.visit_id = new.id and v.is_adult) < 2 then
        raise exception 'two adults go along on every visit' using errcode = '23514', constraint = 'ck_visits_two_adults';
    end if;
    return null;
end $$;
create constraint trigger two_adults after insert on grants.visits deferrable initially deferred for each row execute function grants.two_adults_on_a_visit();

create trigger keep_rows before update or delete on grants.meetings_anyway for each row execute function rnd.refuse();
create trigger touch after insert or update or delete on grants.meetings_anyway for each row execute function journal.touch();
create trigger touch after insert or update or delete on grants.removals for each row execute function journal.touch();
create trigger touch after insert or update or delete on grants.visits for each row execute function journal.touch();

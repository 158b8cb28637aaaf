-- What a panel says after its meeting: who moves up from the reserve list, that the minutes are right, that somebody has no conflict any more.

-- The newest word counts; of two at the same moment the stricter.
create or replace function grants.has_conflict(p_application uuid, p_person uuid) returns boolean language sql stable as $$
    select coalesce((select d.level = 'Conflict' from grants.conflict_declarations d
                     where d.application_id = p_application and d.person_id = p_person order by d.at desc, d.level = 'Conflict' desc limit 1), false)
$$;

create or replace function grants.keep_award() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (
        (new.id, new.application_id, new.fund_id, new.decision_id, new.ref, new.recipient_code, new.drafted_by, new.drafted_at)
            is distinct from (old.id, old.application_id, old.fund_id, old.decision_id, old.ref, old.recipient_code, old.drafted_by, old.drafted_at)
        or old.signed_at is not null and (new.amount, new.is_below_viable, new.signed_by, new.signed_at) is distinct from (old.amount, old.is_below_viable, old.signed_by, old.signed_at)
        or old.extended_at is not null and new.expires_at is distinct from old.expires_at
        or old.lead_accepted_at is not null and (new.lead_id, new.lead_accepted_at) is distinct from (old.lead_id, old.lead_accepted_at)
        or old.adult_accepted_at is not null and (new.adult_id, new.adult_accepted_at) is distinct from (old.adult_id, old.adult_accepted_at)
        or old.released_at is not null and new is distinct from old
        or old.ended_at is not null and new is distinct from old) then
        raise exception 'an offer stays as it was signed' using errcode = 'PB004';
    end if;
    if new.signed_at is not null and (tg_op = 'INSERT' or old.signed_at is null) and not grants.has_task(new.fund_id, new.signed_by, 'AccountableOfficer') then
        raise exception 'the accountable officer signs an offer' using errcode = 'PB009';
    end if;
    -- What is offered is what the panel decided, once everybody was told and while nothing is sent back; from the reserve list only what it confirmed.
    if (tg_op = 'INSERT' or old.signed_at is null) and (
        not exists (select from grants.decisions d where d.id = new.decision_id and d.application_id = new.application_id and d.amount = new.amount and d.released_at is not null
                        and (d.outcome in ('Fund', 'Part') or d.outcome = 'Reserve' and exists (select from grants.reserve_questions q where q.decision_id = d.id and q.confirmed_at is not null)))
        or exists (select from grants.referrals r where r.decision_id = new.decision_id and r.withdrawn_at is null)) then
        raise exception 'an offer is what the panel decided' using errcode = 'PB006';
    end if;
    if exists (select from grants.applications a where a.id = new.application_id and (new.lead_id <> a.lead_id or new.adult_id <> a.adult_id)) then
        raise exception 'the young lead and the supporting adult accept an offer' using errcode = 'PB009';
    end if;
    return new;
end $$;

-- What the panel said about the reserve list stays once it is settled.
create function grants.keep_reserve() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or num_nonnulls(old.confirmed_at, old.rejected_at) > 0 then
        raise exception 'what the panel said about the reserve list stays' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_reserve before update or delete on grants.reserve_questions for each row execute function grants.keep_reserve();

create trigger keep_rows before update or delete on grants.minutes_agreements for each row execute function rnd.refuse();
create trigger keep_rows before delete on grants.conflict_lowerings for each row execute function rnd.refuse();
create trigger touch after insert or update or delete on grants.reserve_questions for each row execute function journal.touch();
create trigger touch after insert or update or delete on grants.conflict_lowerings for each row execute function journal.touch();

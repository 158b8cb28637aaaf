-- A running grant that comes to another adult or organisation, what was bought with it, and plans for one event.

-- As before, but who accepted an offer was of the group then; who looks after it later signs on their own line.
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
    if new.signed_at is not null and (tg_op = 'INSERT' or old.signed_at is null) then
        if not grants.has_task(new.fund_id, new.signed_by, 'AccountableOfficer') then
            raise exception 'the accountable officer signs an offer' using errcode = 'PB009';
        end if;
        if exists (select from grants.applications a join grants.host_organisations h on h.id = a.host_organisation_id where a.id = new.application_id and (h.checked_at is null or h.blocked_because <> '')) then
            raise exception 'somebody looks into the organisation before anything is offered' using errcode = 'PB006';
        end if;
    end if;
    -- What is offered is what the panel decided, once everybody was told and while nothing is sent back; from the reserve list only what it confirmed.
    if (tg_op = 'INSERT' or old.signed_at is null) and (
        not exists (select from grants.decisions d where d.id = new.decision_id and d.application_id = new.application_id and d.amount = new.amount and d.released_at is not null
                        and (d.outcome in ('Fund', 'Part') or d.outcome = 'Reserve' and exists (select from grants.reserve_questions q where q.decision_id = d.id and q.confirmed_at is not null)))
        or exists (select from grants.referrals r where r.decision_id = new.decision_id and r.withdrawn_at is null)) then
        raise exception 'an offer is what the panel decided' using errcode = 'PB006';
    end if;
    if (tg_op = 'INSERT' or (new.lead_id, new.adult_id) is distinct from (old.lead_id, old.adult_id))
       and exists (select from grants.applications a where a.id = new.application_id and (new.lead_id <> a.lead_id or new.adult_id <> a.adult_id)) then
        raise exception 'the young lead and the supporting adult accept an offer' using errcode = 'PB009';
    end if;
    return new;
end $$;

-- What was asked stays, and what the panel said once it is settled; a signature comes once, and the address of the new adult goes with it.
create function grants.keep_handover() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['agreed_at', 'rejected_at', 'signed_by', 'signed_at', 'adult_email']) <> (to_jsonb(old) - array['agreed_at', 'rejected_at', 'signed_by', 'signed_at', 'adult_email'])
       or num_nonnulls(old.agreed_at, old.rejected_at) > 0 and (new.agreed_at, new.rejected_at) is distinct from (old.agreed_at, old.rejected_at)
       or old.signed_at is not null and (new.signed_at, new.signed_by) is distinct from (old.signed_at, old.signed_by)
       or new.adult_email not in (old.adult_email, '') then
        raise exception 'what was said about a handover stays' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_handover before update on grants.handovers for each row execute function grants.keep_handover();

-- Nothing goes to the bank while a grant waits for its new adult.
create function grants.hold_payment() returns trigger language plpgsql as $$
begin
    if new.batch_id is not null and (tg_op = 'INSERT' or old.batch_id is null)
       and (select h.signed_at is null from grants.handovers h where h.award_id = new.award_id order by h.asked_at desc limit 1) then
        raise exception 'nothing is paid while a grant waits for its new adult' using errcode = 'PB006';
    end if;
    return new;
end $$;
create trigger hold_payment before insert or update on grants.payments for each row execute function grants.hold_payment();

-- What was bought stays as it was written down; only what became of it comes later, once.
create function grants.keep_asset() returns trigger language plpgsql as $$
begin
    if old.gone_at is not null or (to_jsonb(new) - array['gone_at', 'gone_said_by', 'gone_because']) <> (to_jsonb(old) - array['gone_at', 'gone_said_by', 'gone_because']) then
        raise exception 'what was written down stays' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_asset before update on grants.assets for each row execute function grants.keep_asset();
create trigger keep_rows before delete on grants.assets for each row execute function rnd.refuse();
create trigger keep_rows before delete on grants.plan_links for each row execute function rnd.refuse();

create trigger touch after insert or update or delete on grants.handovers for each row execute function journal.touch();
create trigger touch after insert or update or delete on grants.assets for each row execute function journal.touch();
create trigger touch after insert or delete on grants.plan_links for each row execute function journal.touch();

-- An offer comes from a decision of the panel, and is exactly that.

-- Only the accountable officer signs; only the group's own two accept; what happened once does not happen otherwise later.
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
    -- What is offered is what the panel decided, once everybody was told and while nothing is sent back.
    if (tg_op = 'INSERT' or old.signed_at is null) and (
        not exists (select from grants.decisions d where d.id = new.decision_id and d.application_id = new.application_id and d.amount = new.amount and d.outcome <> 'No' and d.released_at is not null)
        or exists (select from grants.referrals r where r.decision_id = new.decision_id and r.withdrawn_at is null)) then
        raise exception 'an offer is what the panel decided' using errcode = 'PB006';
    end if;
    if exists (select from grants.applications a where a.id = new.application_id and (new.lead_id <> a.lead_id or new.adult_id <> a.adult_id)) then
        raise exception 'the young lead and the supporting adult accept an offer' using errcode = 'PB009';
    end if;
    return new;
end $$;

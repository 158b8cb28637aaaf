-- What a panel says beside its decisions: conditions for a grant, and what becomes of a pot whose last day is over. And what is kept for how long.

-- Marks are by somebody who has said that they have no conflict, while marking is open. Once the call is archived they become nobody's, and stay as they were.
create or replace function grants.keep_card() returns trigger language plpgsql as $$
declare
    card grants.cards;
begin
    -- In two steps: where it is about a mark, there is no field of a card to ask for.
    if tg_table_name = 'cards' and tg_op = 'UPDATE' then
        if old.person_id is not null and new.person_id is null then
            if (to_jsonb(new) - array['person_id', 'marker_code', 'comment', 'note', 'handed_in_at']) <> (to_jsonb(old) - array['person_id', 'marker_code', 'comment', 'note', 'handed_in_at'])
               or new.comment <> '' or new.note <> '' or new.handed_in_at is distinct from (case when grants.has_conflict(old.application_id, old.person_id) then null else old.handed_in_at end)
               or not exists (select from grants.applications a join grants.calls c on c.id = a.call_id where a.id = old.application_id and c.published_at < rnd.clock() - interval '1 year') then
                raise exception 'marks become nobody''s when their call is archived' using errcode = 'PB004';
            end if;
            return new;
        end if;
    end if;
    if tg_table_name = 'cards' then
        card := case when tg_op = 'DELETE' then old else new end;
    else
        select * into card from grants.cards c where c.id = (case when tg_op = 'DELETE' then old.card_id else new.card_id end);
    end if;
    if grants.has_conflict(card.application_id, card.person_id)
       or not exists (select from grants.conflict_declarations d where d.application_id = card.application_id and d.person_id = card.person_id) then
        raise exception 'whoever marks has said before that they have no conflict' using errcode = 'PB009';
    end if;
    if not exists (select from grants.applications a join grants.calls c on c.id = a.call_id
                   where a.id = card.application_id and a.found_eligible_at is not null and rnd.clock() < c.marking_closes_at) then
        raise exception 'marking is not open' using errcode = 'PB002';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

-- As before; and an offer waits until somebody has looked into the organisation that would hold the money, and found nothing against it.
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
    if exists (select from grants.applications a where a.id = new.application_id and (new.lead_id <> a.lead_id or new.adult_id <> a.adult_id)) then
        raise exception 'the young lead and the supporting adult accept an offer' using errcode = 'PB009';
    end if;
    return new;
end $$;

-- What the panel said stays once it is settled.
create function grants.keep_panel_word() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
       or tg_table_name = 'panel_conditions' and (num_nonnulls(to_jsonb(old) ->> 'agreed_at', to_jsonb(old) ->> 'rejected_at') > 0
           or (to_jsonb(new) - array['agreed_at', 'rejected_at']) <> (to_jsonb(old) - array['agreed_at', 'rejected_at']))
       or tg_table_name = 'pot_questions' and (to_jsonb(old) ->> 'settled_at' is not null
           or (to_jsonb(new) - array['vote_id', 'settled_at', 'kept']) <> (to_jsonb(old) - array['vote_id', 'settled_at', 'kept'])) then
        raise exception 'what the panel said stays' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_panel_word before update or delete on grants.panel_conditions for each row execute function grants.keep_panel_word();
create trigger keep_panel_word before update or delete on grants.pot_questions for each row execute function grants.keep_panel_word();
create trigger touch after insert or update or delete on grants.panel_conditions for each row execute function journal.touch();

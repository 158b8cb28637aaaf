-- Awards and their money: what was offered stays as it was signed, nobody approves twice, and no more is paid than was awarded.

-- The parts of an award come to the award: its instalments always, its shares of the pots as soon as it is signed. Looked at when all is written.
create function grants.whole_award() returns trigger language plpgsql as $$
declare
    award grants.awards;
begin
    select * into award from grants.awards where id = (case tg_table_name when 'awards' then to_jsonb(new) ->> 'id' else to_jsonb(coalesce(new, old)) ->> 'award_id' end)::uuid;
    if award.amount <> (select coalesce(sum(i.amount), 0) from grants.instalments i where i.award_id = award.id) then
        raise exception 'the instalments do not come to the award' using errcode = '23514', constraint = 'ck_awards_instalments';
    end if;
    if award.signed_at is not null and award.amount <> (select coalesce(sum(s.amount), 0) from grants.award_shares s where s.award_id = award.id) then
        raise exception 'the pots do not come to the award' using errcode = '23514', constraint = 'ck_awards_shares';
    end if;
    return null;
end $$;
create constraint trigger whole_award after insert or update on grants.awards deferrable initially deferred for each row execute function grants.whole_award();
create constraint trigger whole_award after insert or update or delete on grants.instalments deferrable initially deferred for each row execute function grants.whole_award();
create constraint trigger whole_award after insert or update or delete on grants.award_shares deferrable initially deferred for each row execute function grants.whole_award();

create function grants.has_task(p_fund uuid, p_person uuid, p_role text) returns boolean language sql stable as $$
    select exists (select from grants.fund_appointments a where a.fund_id = p_fund and a.person_id = p_person and a.role = p_role and a.until is null)
$$;

-- Only the accountable officer signs; only the group's own two accept; what happened once does not happen otherwise later.
create function grants.keep_award() returns trigger language plpgsql as $$
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
    if exists (select from grants.applications a where a.id = new.application_id and (new.lead_id <> a.lead_id or new.adult_id <> a.adult_id)) then
        raise exception 'the young lead and the supporting adult accept an offer' using errcode = 'PB009';
    end if;
    return new;
end $$;
create trigger keep_award before insert or update on grants.awards for each row execute function grants.keep_award();

-- The parts of a signed offer never change; a condition can only be ticked off. Shares of the pots come with the signature, and have to come to the award.
create function grants.keep_award_part() returns trigger language plpgsql as $$
declare
    award grants.awards;
begin
    select * into award from grants.awards where id = (case tg_op when 'DELETE' then old.award_id else new.award_id end);
    if award.signed_at is not null and not (tg_op = 'INSERT' and tg_table_name = 'award_shares')
       and not (tg_op = 'UPDATE' and tg_table_name = 'award_conditions' and to_jsonb(old) ->> 'met_at' is null
                and (to_jsonb(new) - array['met_at', 'met_by', 'evidence']) = (to_jsonb(old) - array['met_at', 'met_by', 'evidence'])) then
        raise exception 'an offer stays as it was signed' using errcode = 'PB004';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_part before insert or update or delete on grants.instalments for each row execute function grants.keep_award_part();
create trigger keep_part before insert or update or delete on grants.award_shares for each row execute function grants.keep_award_part();
create trigger keep_part before insert or update or delete on grants.award_conditions for each row execute function grants.keep_award_part();

-- Two people, three over the limit, each with the task for it, and none of them the supporting adult. Nothing goes out that is not accepted, or while the account is in doubt.
create function grants.keep_payment() returns trigger language plpgsql as $$
declare
    award grants.awards;
begin
    select * into award from grants.awards where id = new.award_id;
    if tg_op = 'UPDATE' and (
        (new.id, new.award_id, new.number, new.amount, new.needs_officer, new.coordinator_id, new.coordinator_at)
            is distinct from (old.id, old.award_id, old.number, old.amount, old.needs_officer, old.coordinator_id, old.coordinator_at)
        or old.finance_id is not null and (new.finance_id, new.finance_at) is distinct from (old.finance_id, old.finance_at)
        or old.officer_id is not null and (new.officer_id, new.officer_at) is distinct from (old.officer_id, old.officer_at)
        or old.batch_id is not null and new.batch_id is distinct from old.batch_id
        or old.paid_on is not null and new is distinct from old
        or old.failed_at is not null and new is distinct from old) then
        raise exception 'a payment stays as it was approved' using errcode = 'PB004';
    end if;
    if exists (select from grants.applications a where a.id = award.application_id and a.adult_id in (new.coordinator_id, new.finance_id, new.officer_id)) then
        raise exception 'the supporting adult approves no payment to the own group' using errcode = 'PB009', constraint = 'ck_payments_not_the_adult';
    end if;
    if tg_op = 'INSERT' and not grants.has_task(award.fund_id, new.coordinator_id, 'YouthWorker')
       or new.finance_id is not null and (tg_op = 'INSERT' or old.finance_id is null) and not grants.has_task(award.fund_id, new.finance_id, 'FinanceOfficer')
       or new.officer_id is not null and (tg_op = 'INSERT' or old.officer_id is null) and not grants.has_task(award.fund_id, new.officer_id, 'AccountableOfficer') then
        raise exception 'this person does not approve payments here' using errcode = 'PB009';
    end if;
    if new.amount <> (select i.amount from grants.instalments i where i.award_id = new.award_id and i.number = new.number) then
        raise exception 'a payment is its instalment' using errcode = '23514', constraint = 'ck_payments_amount';
    end if;
    if new.batch_id is not null and (tg_op = 'INSERT' or old.batch_id is null) and (
        award.lead_accepted_at is null or award.adult_accepted_at is null or award.ended_at is not null
        or coalesce((select a.checked_at is null from grants.bank_accounts a where a.award_id = award.id order by a.version desc limit 1), true)) then
        raise exception 'nothing is paid before the offer is accepted and the account checked' using errcode = 'PB006';
    end if;
    return new;
end $$;
create trigger keep_payment before insert or update on grants.payments for each row execute function grants.keep_payment();

-- A line of the ledger names an award and a payment that are there.
alter table grants.pot_entries add constraint fk_pot_entries_awards_award_id foreign key (award_id) references grants.awards (id),
    add constraint fk_pot_entries_payments_payment_id foreign key (payment_id) references grants.payments (id);

-- What was typed in stays until it is forgotten; whoever checked the account before does not check the one that took its place.
create function grants.keep_account() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (
        (new.id, new.award_id, new.version, new.entered_by, new.entered_at) is distinct from (old.id, old.award_id, old.version, old.entered_by, old.entered_at)
        or new.sealed is distinct from old.sealed and length(new.sealed) > 0
        or old.checked_at is not null and (new.checked_by, new.checked_at, new.call_back_note) is distinct from (old.checked_by, old.checked_at, old.call_back_note)) then
        raise exception 'an account stays as it was typed' using errcode = 'PB004';
    end if;
    if new.checked_by is not null and (tg_op = 'INSERT' or old.checked_by is null) and (
        not grants.has_task((select fund_id from grants.awards where id = new.award_id), new.checked_by, 'FinanceOfficer')
        or exists (select from grants.bank_accounts a where a.award_id = new.award_id and a.version < new.version and a.checked_by = new.checked_by)) then
        raise exception 'another finance officer calls back' using errcode = 'PB009', constraint = 'ck_bank_accounts_another_officer';
    end if;
    return new;
end $$;
create trigger keep_account before insert or update on grants.bank_accounts for each row execute function grants.keep_account();

-- What was sent to a group, and what was answered, stays.
create function grants.keep_sent() returns trigger language plpgsql as $$
begin
    if (to_jsonb(old) ->> 'sent_at') is not null or (to_jsonb(old) ->> 'answered_at') is not null then
        raise exception 'what was sent stays' using errcode = 'PB004';
    end if;
    return new;
end $$;
create trigger keep_sent before update on grants.feedback for each row execute function grants.keep_sent();
create trigger keep_sent before update on grants.process_appeals for each row execute function grants.keep_sent();

do $$
declare
    name text;
begin
    foreach name in array array['payment_batches', 'awards', 'payments', 'bank_accounts', 'money_back', 'process_appeals'] loop
        execute format('create trigger keep_rows before delete on grants.%I for each row execute function rnd.refuse()', name);
        execute format('create trigger keep_whole before truncate on grants.%I for each statement execute function rnd.refuse()', name);
    end loop;
    create trigger keep_batch before update on grants.payment_batches for each row execute function rnd.refuse();
    foreach name in array array['awards', 'award_conditions', 'payments', 'payment_batches', 'bank_accounts', 'money_back', 'feedback', 'process_appeals'] loop
        execute format('create trigger touch after insert or update or delete on grants.%I for each row execute function journal.touch()', name);
    end loop;
end $$;

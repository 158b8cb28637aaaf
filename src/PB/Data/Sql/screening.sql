-- Screening by departments: who may answer, that a second officer accepts, and that what was decided stays.

-- Nobody may answer about what is their own.
create function rnd.is_recused(p_proposal uuid, p_person uuid) returns boolean language sql stable as $$
    select exists (select from interests i where i.proposal_id = p_proposal and i.person_id = p_person)
        or exists (select from proposals p where p.id = p_proposal and p.proposer_id = p_person)
$$;

create function rnd.keep_assignment() returns trigger language plpgsql as $$
declare
    officer uuid;
begin
    if tg_op = 'UPDATE' then
        if (new.id, new.proposal_id, new.department_id) is distinct from (old.id, old.proposal_id, old.department_id)
           or exists (select from screening_decisions d where d.proposal_id = old.proposal_id) then
            raise exception 'what was decided on stays as it was answered' using errcode = 'PB004';
        end if;
        if old.ended_at is not null and new is distinct from old then
            raise exception 'the department has given it away' using errcode = 'PB004';
        end if;
    end if;
    foreach officer in array array_remove(array[
        case when tg_op = 'INSERT' or new.answered_at is distinct from old.answered_at then new.answered_by end,
        case when tg_op = 'INSERT' or new.accepted_at is distinct from old.accepted_at then new.accepted_by end], null) loop
        if rnd.is_recused(new.proposal_id, officer)
           or not exists (select from department_officers o where o.department_id = new.department_id and o.person_id = officer) then
            raise exception 'this officer does not answer here' using errcode = 'PB009';
        end if;
    end loop;
    return new;
end $$;
create trigger keep_assignment before insert or update on public.assignments for each row execute function rnd.keep_assignment();

-- What a second officer has accepted is not answered anew behind their back.
create function rnd.keep_answer() returns trigger language plpgsql as $$
begin
    if exists (select from assignments a where a.id = case when tg_op = 'DELETE' then old.assignment_id else new.assignment_id end and a.accepted_at is not null) then
        raise exception 'a second officer has accepted these answers' using errcode = 'PB004';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_answer before insert or update or delete on public.assignment_answers for each row execute function rnd.keep_answer();

-- A refusal cites a condition of its own round. Where departments check, a second officer has accepted each answer first; a second decision needs an appeal.
create function rnd.keep_decision() returns trigger language plpgsql as $$
declare
    of_round uuid := (select round_id from proposals where id = new.proposal_id);
begin
    if new.criterion_id is not null and not exists (select from criteria c where c.id = new.criterion_id and c.round_id = of_round) then
        raise exception 'a refusal cites a condition of its own round' using errcode = 'PB004';
    end if;
    if not exists (select from screening_plans s where s.round_id = of_round) then
        return new;
    end if;
    if exists (select from screening_decisions d where d.proposal_id = new.proposal_id) then
        if not exists (select from appeals a where a.proposal_id = new.proposal_id and a.answered_by = new.officer_id) then
            raise exception 'a second decision needs an appeal' using errcode = 'PB006';
        end if;
    elsif not exists (select from assignments a where a.proposal_id = new.proposal_id and a.ended_at is null and a.accepted_by = new.officer_id)
          or exists (select from assignments a where a.proposal_id = new.proposal_id and a.ended_at is null and a.accepted_at is null) then
        raise exception 'a second officer accepts the answers of each department first' using errcode = 'PB006';
    end if;
    return new;
end $$;
create trigger keep_decision before insert on public.screening_decisions for each row execute function rnd.keep_decision();
create trigger keep_rows before update on public.screening_decisions for each row execute function rnd.refuse();

-- An appeal is made in time, and answered once, by somebody who had no part in the refusal.
create function rnd.keep_appeal() returns trigger language plpgsql as $$
begin
    if old.answered_at is not null or (new.decision_id, new.proposal_id, new.until) is distinct from (old.decision_id, old.proposal_id, old.until)
       or old.made_at is not null and (new.made_at, new.reason, new.due_at) is distinct from (old.made_at, old.reason, old.due_at) then
        raise exception 'an appeal stays as it is' using errcode = 'PB004';
    end if;
    if new.answered_by is not null and (
        rnd.is_recused(new.proposal_id, new.answered_by)
        or exists (select from assignments a where a.proposal_id = new.proposal_id and new.answered_by in (a.answered_by, a.accepted_by))
        or exists (select from screening_decisions d where d.proposal_id = new.proposal_id and d.officer_id = new.answered_by)) then
        raise exception 'somebody else answers an appeal' using errcode = 'PB009';
    end if;
    return new;
end $$;
create trigger keep_appeal before update on public.appeals for each row execute function rnd.keep_appeal();

-- By which questions a round is checked is fixed when it is announced.
create function rnd.keep_plan() returns trigger language plpgsql as $$
begin
    if exists (select from rounds r where r.id = case when tg_op = 'DELETE' then old.round_id else new.round_id end and r.announced_at is not null)
       and not (tg_op = 'UPDATE' and old.published_at is null and (to_jsonb(new) - 'published_at') = (to_jsonb(old) - 'published_at')) then
        raise exception 'the checks of an announced round are fixed' using errcode = 'PB002';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_plan before insert or update or delete on public.screening_plans for each row execute function rnd.keep_plan();

create trigger keep_part before insert or update or delete on public.exclusions for each row execute function rnd.keep_part();

do $$
declare
    name text;
begin
    -- A version of a checklist never changes, nor does what officers noted.
    foreach name in array array['checklists', 'checklist_questions', 'assignment_steps', 'interests'] loop
        execute format('create trigger keep_rows before update or delete on public.%I for each row execute function rnd.refuse()', name);
        execute format('create trigger keep_whole before truncate on public.%I for each statement execute function rnd.refuse()', name);
    end loop;
    foreach name in array array['departments', 'department_officers', 'checklists', 'screening_plans', 'assignments', 'interests', 'mendings', 'appeals', 'exclusions'] loop
        execute format('create trigger touch after insert or update or delete on public.%I for each row execute function journal.touch()', name);
    end loop;
end $$;
grant select on public.exclusions to pb_vote_owner;

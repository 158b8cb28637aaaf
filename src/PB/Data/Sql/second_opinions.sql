-- A department whose other officers are gone or have an interest: somebody who looks after rounds may say the second word, if they had no part in the answers.
create function rnd.may_stand_in(p_proposal uuid, p_department uuid, p_answered_by uuid, p_person uuid) returns boolean language sql stable as $$
    select p_person <> p_answered_by
       and exists (select from person_roles h join roles r on r.id = h.role_id where h.user_id = p_person and r.name in ('NeighbourhoodManager', 'Administrator'))
       and not exists (select from assignments a where a.proposal_id = p_proposal and a.ended_at is null and a.answered_by = p_person)
       and not exists (select from department_officers o join person_roles h on h.user_id = o.person_id join roles r on r.id = h.role_id
                       where o.department_id = p_department and r.name = 'Reviewer' and o.person_id <> p_answered_by and not rnd.is_recused(p_proposal, o.person_id))
$$;

create or replace function rnd.keep_assignment() returns trigger language plpgsql as $$
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
           or not exists (select from department_officers o where o.department_id = new.department_id and o.person_id = officer)
              and not (officer is not distinct from new.accepted_by and coalesce(rnd.may_stand_in(new.proposal_id, new.department_id, new.answered_by, officer), false)) then
            raise exception 'this officer does not answer here' using errcode = 'PB009';
        end if;
    end loop;
    return new;
end $$;

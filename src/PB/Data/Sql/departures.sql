-- The end of an account: by what the same person is known again in rounds that are not final, which words of the journal go, and what must not be left.

-- Whose account is gone, round by round: a hash of their address under the round's key, until the round is certified.
create table register.departed (
    round_id uuid not null constraint fk_departed_round_id references public.rounds (id) on delete restrict,
    digest bytea not null constraint ck_departed_digest check (length(digest) = 32),
    voter_id uuid not null constraint fk_departed_voter_id references register.voters (id) on delete restrict,
    constraint pk_departed primary key (round_id, digest)
);
create index ix_departed_voter_id on register.departed (voter_id);
grant select, insert, delete on register.departed to pb_app;
grant select, delete on register.departed to pb_vote_owner;

-- Cuts a person loose from the voter that they were. The mark stays, and so do the phones that have voted, each tied to the rounds in question and to nothing else.
create function register.depart(p_person uuid, p_rounds uuid[], p_digests bytea[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v uuid;
begin
    select id into v from register.voters where person_id = p_person for update;
    if not found then
        return;
    end if;
    insert into register.departed (round_id, digest, voter_id) select round_id, digest, v from unnest(p_rounds, p_digests) known (round_id, digest) on conflict do nothing;
    insert into sms.phone_links (id, phone_id, voter_id, round_id, proof, created_at)
    select gen_random_uuid(), l.phone_id, v, live, l.proof, l.created_at from sms.phone_links l, unnest(p_rounds) live
    where l.voter_id = v and l.round_id is null and not exists (select from sms.phone_links o where o.phone_id = l.phone_id and o.round_id = live);
    delete from sms.phone_links where voter_id = v and round_id is null;
    update register.roll_entries set postcode = null where voter_id = v;
    update register.voters set person_id = null, postcode = null, age = null, declared_at = null where id = v;
end $$;

-- The voter of an account: the one that it has; else the one that the same address had before its account was deleted; else a new one. Null for a deleted account.
create function register.voter_of(p_person uuid, p_id uuid, p_rounds uuid[], p_digests bytea[]) returns uuid
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v uuid;
begin
    perform from public.people where id = p_person and erased_at is null for key share;
    if not found then
        return null;
    end if;
    if not exists (select from register.voters where person_id = p_person) then
        update register.voters set person_id = p_person where person_id is null and id in (
            select d.voter_id from register.departed d join unnest(p_rounds, p_digests) known (round_id, digest) using (round_id, digest)) returning id into v;
        delete from register.departed where voter_id = v;
    end if;
    insert into register.voters (id, person_id) values (p_id, p_person) on conflict (person_id) do nothing;
    return (select id from register.voters where person_id = p_person);
end $$;

create or replace function register.forget_proofs() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from register.people where round_id = new.id;
    delete from register.tries where round_id = new.id;
    delete from register.departed where round_id = new.id;
    update register.roll_entries set area_id = null, age = null, postcode = null where round_id = new.id;
    update register.provisional_voters set name = null, born_on = null, address = null, because = null, conflict = null where round_id = new.id;
    return null;
end $$;

-- Takes the words away in which the address of somebody stands who never acted for the council. Each entry is named in another one, and the chain holds.
-- Not by the name: a name is what somebody says, and one like "the" would take everybody's words.
create function journal.forget_person(p_person uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    address text := (select lower(p.email) from public.people p where p.id = p_person and p.erased_at is null and p.email_confirmed);
    one bigint;
begin
    for one in select d.seq from journal.details d where strpos(lower(d.reason || ' ' || d.detail), address) > 0 or strpos(lower(d.reason || ' ' || d.detail), replace(address, '@', '%40')) > 0 loop
        perform journal.erase(one, 'An account was deleted.');
    end loop;
end $$;

create function invariant.i39() returns setof text language sql stable as $$
    select format('%s deleted accounts still have %s.', count(distinct p.id), left_over.what) from public.people p
    join lateral (
        select 'a name, an address or a way in' as what where p.name <> '' or num_nonnulls(p.email, p.normalized_email, p.user_name, p.normalized_user_name, p.password_hash, p.phone_number) > 0
        union all select 'a key or a role' where exists (select from public.person_tokens t where t.user_id = p.id) or exists (select from public.person_claims c where c.user_id = p.id)
            or exists (select from public.person_logins l where l.user_id = p.id) or exists (select from public.person_roles r where r.user_id = p.id)
        union all select 'a place on the roll' where exists (select from register.voters v where v.person_id = p.id)
        union all select 'an idea' where exists (select from public.proposals q where q.proposer_id = p.id) or exists (select from public.proposal_versions q where q.by = p.id and not q.by_staff)
        union all select 'support for an idea' where exists (select from public.endorsements e where e.person_id = p.id)
        union all select 'a round to follow' where exists (select from public.round_followers f where f.person_id = p.id)
        union all select 'digits for a phone' where exists (select from sms.link_codes c where c.person_id = p.id)
    ) left_over on true
    where p.erased_at is not null group by left_over.what
    union all
    select format('Round %s is final, and %s people who left could still be known again by it.', d.round_id, count(*)) from register.departed d
    join rnd.round r on r.id = d.round_id where r.state in ('certified', 'void') group by d.round_id
$$;

do $$
declare
    door regprocedure;
begin
    alter function journal.forget_person(uuid) owner to pb_vote_owner;
    alter table register.departed owner to pb_vote_owner;
    alter function invariant.i39() security definer set search_path = pg_catalog, pg_temp;
    foreach door in array array['journal.forget_person(uuid)', 'invariant.i39()', 'register.depart(uuid, uuid[], bytea[])', 'register.voter_of(uuid, uuid, uuid[], bytea[])']::regprocedure[] loop
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
end $$;

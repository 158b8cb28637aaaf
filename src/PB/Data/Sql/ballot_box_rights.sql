-- Who may do what in the database. Roles belong to the whole server, so another database may have made them already.
do $$
declare
    name text;
begin
    foreach name in array array['pb_app', 'pb_vote_owner', 'pb_tally', 'pb_sealer', 'pb_paper', 'pb_reconciler'] loop
        begin
            if not exists (select 1 from pg_roles where rolname = name) then
                execute format('create role %I nologin', name);
            end if;
        exception when duplicate_object or unique_violation then
            null; -- made at this moment by another migration: as good
        end;
    end loop;
    if not pg_has_role(current_user, 'pb_vote_owner', 'member') then
        execute format('grant pb_vote_owner to %I', current_user);
    end if;
end $$;

grant usage on schema public, rnd, register, ballotbox, outbox, journal, quartz to pb_app;
grant select, insert, update, delete on all tables in schema public, outbox, quartz to pb_app;
grant usage on all sequences in schema public, outbox, quartz to pb_app;
alter default privileges in schema public grant select, insert, update, delete on tables to pb_app;
alter default privileges in schema public grant usage on sequences to pb_app;
grant select, insert on journal.entries to pb_app;
grant select, insert, update on register.voters to pb_app;
grant select on rnd.round to pb_app;

grant usage, create on schema rnd, register, ballotbox to pb_vote_owner;
grant usage on schema public to pb_vote_owner;
grant references on public.rounds to pb_vote_owner;
alter table rnd.round owner to pb_vote_owner;
alter table register.mark owner to pb_vote_owner;
alter table ballotbox.inbox owner to pb_vote_owner;
alter table ballotbox.submission owner to pb_vote_owner;
-- The checks of foreign keys run as the tables' owner.
grant select, references on public.rounds, register.voters to pb_vote_owner;

do $$
declare
    door regprocedure;
begin
    foreach door in array array[
        'rnd.open_round(uuid, timestamptz, timestamptz, boolean, text, bytea)',
        'ballotbox.cast_ballot(uuid, uuid, text, text, bytea, int, bytea, bytea, text, bytea, bytea)',
        'register.my_mark(uuid, uuid)', 'ballotbox.my_ballot(uuid, bytea)', 'register.turnout(uuid)',
        'rnd.close_round(uuid)', 'rnd.void_round(uuid)', 'ballotbox.counted(uuid)']::regprocedure[] loop
        execute format('alter function %s owner to pb_vote_owner', door);
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to pb_app', door);
    end loop;
end $$;
grant select on rnd.round to pb_app;

-- Who may do what with the log. The web process has no right to a ballot; heads and events are for everybody.

alter table ballotbox.sealed owner to pb_vote_owner;
alter table ballotbox.event owner to pb_vote_owner;
alter table ballotbox.batch owner to pb_vote_owner;
grant select on ballotbox.event, ballotbox.batch to pb_app;

-- The mail of a receipt is written in the transaction of the cast.
grant usage on schema outbox to pb_vote_owner;
grant insert, select (key, next_try_at), delete on outbox.messages to pb_vote_owner;
grant select (id, email) on public.people to pb_vote_owner;
grant select (id, person_id) on register.voters to pb_vote_owner;

-- The sealer moves ballots and sees no person.
grant usage on schema rnd, ballotbox to pb_sealer, pb_tally;
grant select on rnd.round to pb_sealer, pb_tally;
grant select, delete on ballotbox.inbox to pb_sealer;
grant select, insert on ballotbox.sealed, ballotbox.batch to pb_sealer;
grant select, insert, delete on ballotbox.submission to pb_sealer;
grant select on ballotbox.event to pb_sealer;
-- The count reads what is sealed, and row security shows it nothing earlier.
grant select on ballotbox.sealed, ballotbox.event to pb_tally;

do $$
declare
    door regprocedure;
    keeper text;
begin
    execute format('grant pb_sealer, pb_tally to %I', current_user);
    -- A function can only be given to a role that may create in its schema; the right is taken back at once.
    grant create on schema ballotbox to pb_sealer, pb_tally;
    for door, keeper in select * from (values
        ('ballotbox.append_event(uuid, text, text)', 'pb_vote_owner'),
        ('ballotbox.begin_log(uuid, bytea, text)', 'pb_vote_owner'),
        ('ballotbox.seal(uuid, boolean)', 'pb_sealer'),
        ('ballotbox.add_head(uuid, int, bigint, bytea, bytea, timestamptz)', 'pb_sealer'),
        ('ballotbox.end_log(uuid)', 'pb_vote_owner'),
        ('rnd.seal_round(uuid)', 'pb_vote_owner'),
        ('rnd.close_round(uuid)', 'pb_vote_owner'),
        ('register.told_counts(uuid)', 'pb_vote_owner'),
        ('register.forget_notices(uuid)', 'pb_vote_owner'),
        ('ballotbox.cast_ballot(uuid, uuid, text, text, bytea, int, bytea, bytea, text, text, bytea, bytea, uuid, text, text)', 'pb_vote_owner'),
        ('ballotbox.versions(uuid, bytea)', 'pb_vote_owner'),
        ('ballotbox.my_ballot(uuid, bytea)', 'pb_vote_owner'),
        ('ballotbox.my_leaf(uuid, bytea, int)', 'pb_vote_owner'),
        ('ballotbox.set_aside(uuid)', 'pb_vote_owner'),
        ('ballotbox.find_leaf(bytea)', 'pb_vote_owner'),
        ('ballotbox.leaves(uuid)', 'pb_vote_owner'),
        ('ballotbox.counting(uuid)', 'pb_tally'),
        ('ballotbox.counted(uuid)', 'pb_tally'),
        ('ballotbox.publication(uuid)', 'pb_tally'),
        ('ballotbox.published_headers(uuid)', 'pb_tally'),
        ('ballotbox.published_ballots(uuid)', 'pb_tally'),
        ('ballotbox.published_entries(uuid)', 'pb_tally')) doors (name, keeper)
    loop
        execute format('alter function %s owner to %I', door, keeper);
        execute format('revoke all on function %s from public', door);
        -- These are steps of others, or add to the log what only the database's own functions may add.
        if door not in ('ballotbox.append_event(uuid, text, text)'::regprocedure, 'ballotbox.versions(uuid, bytea)'::regprocedure,
                        'ballotbox.set_aside(uuid)'::regprocedure, 'ballotbox.counting(uuid)'::regprocedure,
                        'register.forget_notices(uuid)'::regprocedure) then
            execute format('grant execute on function %s to pb_app', door);
        end if;
    end loop;
    grant execute on function ballotbox.set_aside(uuid) to pb_tally;
    revoke create on schema ballotbox from pb_sealer, pb_tally;
end $$;

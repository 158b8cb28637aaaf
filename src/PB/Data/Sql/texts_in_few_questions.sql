-- That and when somebody voted, as before. A function of SQL would be read and planned anew at each call; this one is asked at every text.
create or replace function register.my_mark(p_round uuid, p_voter uuid, out version int, out channel text, out final boolean, out last_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    select mark.version, mark.channel, mark.final, mark.last_at into version, channel, final, last_at
    from register.mark where mark.round_id = p_round and mark.voter_id = p_voter;
end $$;

-- The number of a round's gate, as before. Written so that it can become a part of what asks for it.
create or replace function rnd.gate(p_round uuid) returns bigint language sql immutable as
$$ select hashtextextended('pb gate ' || p_round::text, 7001) $$;

-- Most texts that go out are not out yet when they are put down.
drop index sms.ix_outbox_message_sid;
create index ix_outbox_message_sid on sms.outbox (message_sid) where message_sid is not null;

-- That and when somebody voted, as before. A function of SQL would be read and planned anew at each call; this one is asked at every text.
create or replace function register.my_mark(p_round uuid, p_voter uuid, out version int, out channel text, out final boolean, out last_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    select mark.version, mark.channel, mark.final, mark.last_at into version, channel, final, last_at
    from register.mark where mark.round_id = p_round and mark.voter_id = p_voter;
end $$;

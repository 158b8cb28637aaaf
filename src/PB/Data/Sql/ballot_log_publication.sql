-- What the count and the published pack may know of the log. These functions run as pb_tally, who sees a ballot only once its round is sealed.

alter table ballotbox.sealed enable row level security;
create policy tally_after_sealing on ballotbox.sealed for select to pb_tally
    using (round_id in (select id from rnd.round where state in ('sealed', 'certified')));
create policy sealer on ballotbox.sealed for all to pb_sealer using (true) with check (true);

-- The salted commitments of a leaf, as PB.Tally.Log.BallotLeaf makes them.
create function ballotbox.salt(p_field text, p_nonce bytea) returns bytea language sql immutable set search_path = pg_catalog, pg_temp as
$$ select sha256(convert_to('pb/1/nonce/' || p_field, 'UTF8') || '\x00' || p_nonce) $$;

create function ballotbox.commitment(p_field text, p_nonce bytea, p_value text) returns bytea language sql immutable set search_path = pg_catalog, pg_temp as
$$ select sha256(convert_to('pb/1/field/' || p_field, 'UTF8') || '\x00' || ballotbox.salt(p_field, p_nonce) || convert_to(p_value, 'UTF8')) $$;

-- The ballots that count: the newest version under each tag, unless an event set it aside. Refuses before the log is sealed, whoever asks.
create function ballotbox.counting(p_round uuid) returns table (leaf_index bigint, content text, nonce bytea)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select 1 from rnd.round where id = p_round and state in ('sealed', 'certified')) then
        raise exception 'the ballot box of round % is not sealed', p_round using errcode = 'PB005';
    end if;
    return query
        select newest.leaf_index, newest.content, newest.nonce
        from (select distinct on (s.tag) s.tag, s.leaf_index, s.content, s.nonce from ballotbox.sealed s
              where s.round_id = p_round order by s.tag, s.version desc) newest
        where newest.tag not in (select a.tag from ballotbox.set_aside(p_round) a);
end $$;

create or replace function ballotbox.counted(p_round uuid) returns table (content text, times bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select c.content, count(*) from ballotbox.counting(p_round) c group by c.content order by c.content $$;

-- How much of the ballots is published. 1: each. 2: each project's entries, not tied together, where more than a fifth of the ballots are like no other.
-- 3: totals only, where there are under a hundred ballots.
create function ballotbox.publication(p_round uuid, out level int, out ballots bigint, out alone bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select case when coalesce(sum(times), 0) < 100 then 3 when 5 * count(*) filter (where times = 1) > sum(times) then 2 else 1 end,
           coalesce(sum(times), 0)::bigint, count(*) filter (where times = 1)
    from (select count(*) as times from ballotbox.counting(p_round) group by content) alike
$$;

-- Every ballot's leaf as it is hashed: commitments, no content.
create function ballotbox.published_headers(p_round uuid)
returns table (leaf_index bigint, tag bytea, version int, choices bytea, area bytea, class bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.leaf_index, s.tag, s.version, ballotbox.commitment('choices', s.nonce, s.content),
           ballotbox.commitment('area', s.nonce, s.area), ballotbox.commitment('class', s.nonce, s.class)
    from ballotbox.sealed s where s.round_id = p_round order by s.leaf_index
$$;

-- Level 1: what was on each counted ballot, with the salt that opens its commitment. Nothing at the other levels.
create function ballotbox.published_ballots(p_round uuid) returns table (leaf_index bigint, content text, salt bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select c.leaf_index, c.content, ballotbox.salt('choices', c.nonce) from ballotbox.counting(p_round) c
    where (select level from ballotbox.publication(p_round)) = 1 order by c.leaf_index
$$;

-- Level 2: for each project a list of entries, one a ballot, by which no two entries can be seen to be of one ballot. Nothing at the other levels.
create function ballotbox.published_entries(p_round uuid) returns table (project int, entry bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select chosen::int, sha256(convert_to('pb/1/entry/' || chosen, 'UTF8') || '\x00' || ballotbox.salt('choices', c.nonce))
    from ballotbox.counting(p_round) c, unnest(string_to_array(nullif(c.content, ''), ',')) chosen
    where (select level from ballotbox.publication(p_round)) = 2 order by 1, 2
$$;

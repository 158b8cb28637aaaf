-- Looking for proposals that are alike. The trigrams have a room of their own: the extension brings thirty functions that are not ours.
create schema trigram;
create extension pg_trgm schema trigram;
grant usage on schema trigram to pb_app;

alter table proposals add column title_words tsvector generated always as (to_tsvector('english'::regconfig, title)) stored;
alter table proposals add column words tsvector generated always as
    (setweight(to_tsvector('english'::regconfig, title), 'A') || setweight(to_tsvector('english'::regconfig, place), 'B')
     || setweight(to_tsvector('english'::regconfig, description), 'D')) stored;
create index ix_proposals_words on proposals using gin (words);
create index ix_proposals_title_trigrams on proposals using gin (title trigram.gin_trgm_ops);

-- Any of the words of a text; null where it has none that mean anything.
create function any_word(p_text text) returns tsquery language sql immutable as $$
    select string_agg(quote_literal(lexeme), ' | ')::tsquery from unnest(to_tsvector('english'::regconfig, p_text))
$$;

-- How many words two texts share, from 0 for none to 1 for all of both.
create function share_of_words(p_one tsvector, p_other tsvector) returns numeric language sql immutable as $$
    select case when length(p_one) = 0 or length(p_other) = 0 then 0 else 2.0 * cardinality(array(
        select unnest(tsvector_to_array(p_one)) intersect select unnest(tsvector_to_array(p_other)))) / (length(p_one) + length(p_other)) end
$$;

-- The proposals of a round that are most like a text, with a likeness from 0 to 1.
-- Without being told, the planner reads all titles: it does not know how much longer it takes to compare letters than to follow an index.
create function similar_proposals(p_round uuid, p_but uuid, p_title text, p_description text, p_most int)
returns table (number int, title text, place text, description text, likeness double precision)
language sql stable set enable_seqscan = off set pg_trgm.similarity_threshold = 0.2 as $$
    with asked as (
        select any_word(p_title || ' ' || p_description) as query, to_tsvector('english'::regconfig, p_title) as title_words,
               to_tsvector('english'::regconfig, p_title || ' ' || p_description) as words),
    found as (
        (select p.id from proposals p
         where p.round_id = p_round and p.submitted_at is not null and p.withdrawn_at is null and p.id is distinct from p_but and p.title operator(trigram.%) p_title
         order by trigram.similarity(p.title, p_title) desc limit 30)
        union
        (select p.id from proposals p cross join asked a
         where p.round_id = p_round and p.submitted_at is not null and p.withdrawn_at is null and p.id is distinct from p_but and p.words @@ a.query
         order by ts_rank('{0.4, 0.4, 0.7, 1}', p.words, a.query) desc limit 30)),
    weighed as (
        select p.number, p.title, p.place, p.description,
               trigram.similarity(p.title, p_title) as by_letters,
               share_of_words(p.title_words, a.title_words) as by_title,
               share_of_words(p.words, a.words) as by_words
        from found f join proposals p on p.id = f.id cross join asked a)
    select w.number, w.title, w.place, w.description,
           (case when p_description = '' then greatest(w.by_letters, w.by_title)
                 else greatest(w.by_letters, w.by_title) * 0.5 + w.by_words * 0.5 end)::double precision
    from weighed w order by 5 desc, 1 limit p_most
$$;

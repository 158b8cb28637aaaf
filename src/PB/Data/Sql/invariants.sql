-- What must always be true of votes, asked of the live database. Each function gives a sentence for everything that is wrong, and no sentence says who or what:
-- whoever runs the check learns that something is wrong and where, and nothing of a ballot or a person.
create schema invariant;

create view invariant.ballots as
    select round_id, tag, version, content, leaf_hash, true as waits from ballotbox.inbox
    union all select round_id, tag, version, content, leaf_hash, false from ballotbox.sealed;

create function invariant.i01() returns setof text language sql stable as $$
    select format('Round %s: a voter has %s marks.', round_id, count(*)) from register.mark group by round_id, voter_id having count(*) > 1
    union all select 'Nothing keeps a voter from having two marks in a round.' where not exists (
        select from pg_index i where i.indrelid = 'register.mark'::regclass and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
            and (select array_agg(a.attname order by a.attname) from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)) = array['round_id', 'voter_id']::name[])
$$;

create function invariant.i02() returns setof text language sql stable as $$
    select format('Round %s: version %s of a ballot is there %s times.', round_id, version, count(*)) from invariant.ballots group by round_id, tag, version having count(*) > 1
$$;

create function invariant.i03() returns setof text language sql stable as $$
    select format('Round %s: %s people have voted, and there are ballots of %s.', r.id, coalesce(m.n, 0), coalesce(b.n, 0)) from rnd.round r
    left join (select round_id, count(*) as n from register.mark group by round_id) m on m.round_id = r.id
    left join (select round_id, count(distinct tag) as n from invariant.ballots group by round_id) b on b.round_id = r.id
    where coalesce(m.n, 0) <> coalesce(b.n, 0)
$$;

-- Once a round is certified the marks say no more how often somebody changed a ballot; what was said at the close holds.
create function invariant.i04() returns setof text language sql stable as $$
    select format('Round %s: %s ballots were taken, and there are %s.', r.id, coalesce(t.n, 0), coalesce(b.n, 0)) from rnd.round r
    left join lateral (select case when exists (select from rnd.certifications c where c.round_id = r.id)
        then (select (e.body::json ->> 'ballots')::bigint from ballotbox.event e where e.round_id = r.id and e.type = 'close' order by e.leaf_index desc limit 1)
        else (select sum(m.version) from register.mark m where m.round_id = r.id) end as n) t on true
    left join (select round_id, count(*) as n from invariant.ballots group by round_id) b on b.round_id = r.id
    where coalesce(t.n, 0) <> coalesce(b.n, 0)
$$;

create function invariant.i05() returns setof text language sql stable as $$
    select format('Round %s: %s ballots lack one of their versions.', round_id, count(*))
    from (select round_id from invariant.ballots group by round_id, tag having min(version) <> 1 or max(version) <> count(distinct version)) g group by round_id
$$;

-- For I06, which is asked where the key is: whose marks there are, and which of these tags are in the box.
create function invariant.voters(p_round uuid) returns setof uuid language sql stable as
$$ select voter_id from register.mark where round_id = p_round $$;
create function invariant.strangers(p_round uuid, p_tags bytea[], out without_ballot bigint, out without_voter bigint) language sql stable as $$
    select count(*) filter (where b.tag is null), count(*) filter (where v.tag is null)
    from unnest(p_tags) v (tag) full join (select distinct tag from invariant.ballots where round_id = p_round) b on b.tag = v.tag
$$;

create function invariant.i07() returns setof text language sql stable as $$
    select format('Round %s: the result is of %s ballots, and %s count.', r.id, v.counted, b.n) from rnd.round r
    join lateral (select (x.document -> 'count' ->> 'ballots')::bigint as counted from public.results x where x.round_id = r.id order by x.version desc limit 1) v on true
    left join lateral (select count(distinct s.tag) as n from ballotbox.sealed s
                       where s.round_id = r.id and s.tag not in (select a.tag from ballotbox.set_aside(r.id) a)) b on true
    where r.state in ('sealed', 'certified') and v.counted <> b.n
    union all
    select format('Round %s: %s ballots are left out, and the log names %s.', r.id, coalesce(a.n, 0), coalesce(e.n, 0)) from rnd.round r
    left join (select round_id, count(*) as n from ballotbox.annulled group by round_id) a on a.round_id = r.id
    left join (select round_id, count(*) as n from ballotbox.event where type = 'annul' group by round_id) e on e.round_id = r.id
    where coalesce(a.n, 0) <> coalesce(e.n, 0)
$$;

create function invariant.i08() returns setof text language sql stable as $$
    select format('Round %s: %s voters were not told of a ballot.', m.round_id, count(*)) from register.mark m
    join rnd.round r on r.id = m.round_id and r.state = 'open'
    join register.voters v on v.id = m.voter_id join public.people p on p.id = v.person_id and p.email is not null
    where m.channel <> 'imported' and exists (select from generate_series(1, m.version) n
        where not exists (select from outbox.messages x where x.key = format('ballot/%s/%s/%s', m.round_id, m.voter_id, n)))
    group by m.round_id
    union all
    select format('Round %s: %s mails tell of ballots that never came.', r.id, count(*)) from rnd.round r join outbox.messages x on x.key like format('ballot/%s/%%', r.id)
    left join register.mark m on m.round_id = r.id and m.voter_id::text = split_part(x.key, '/', 3)
    where r.state = 'open' and coalesce(m.version, 0) < split_part(x.key, '/', 4)::int group by r.id
$$;

create function invariant.i09() returns setof text language sql stable as $$
    select format('Round %s: %s posts were answered, and %s ballots came in.', r.id, coalesce(s.n, 0), coalesce(m.n, 0)) from rnd.round r
    left join (select round_id, count(*) as n from ballotbox.submission group by round_id) s on s.round_id = r.id
    left join (select round_id, sum(version) as n from register.mark group by round_id) m on m.round_id = r.id
    where coalesce(s.n, 0) <> case when exists (select from rnd.certifications c where c.round_id = r.id) then 0 else coalesce(m.n, 0) end
$$;

create function invariant.i11() returns setof text language sql stable as $$
    select format('Round %s: %s ballots that were promised to be counted are nowhere.', s.round_id, count(*)) from ballotbox.submission s
    where not exists (select from invariant.ballots b where b.leaf_hash = s.leaf_hash and b.round_id = s.round_id) group by s.round_id
$$;

create function invariant.i12() returns setof text language sql stable as $$
    select format('Round %s: %s ballots came before the opening or after the close.', r.id, count(*)) from rnd.round r join register.mark m on m.round_id = r.id
    where (m.last_at >= r.closes_at or m.last_at < date_trunc('day', r.opens_at, 'UTC')) and not rnd.is_rehearsal(r.id) group by r.id
$$;

create function invariant.i14() returns setof text language sql stable as $$
    with papers as (
        select r.id, (r.rules::jsonb -> 'rules' ->> 'minChoices')::int as least, (r.rules::jsonb -> 'rules' ->> 'maxChoices')::int as most,
               case when r.rules::jsonb -> 'rules' ->> 'type' = 'Knapsack' then (r.rules::jsonb ->> 'budget')::bigint end as purse, r.rules::jsonb -> 'projects' as projects
        from rnd.round r),
    kinds as (select round_id, content, count(*) as n, content ~ '^([1-9][0-9]{0,8}(,[1-9][0-9]{0,8})*)?$' as is_plain from invariant.ballots where content is not null group by round_id, content),
    chosen as (select k.*, case when is_plain then coalesce(string_to_array(nullif(content, ''), ',')::int[], '{}') end as numbers from kinds k)
    select format('Round %s: %s ballots are not what its rules allow.', c.round_id, sum(c.n)) from chosen c join papers p on p.id = c.round_id
    cross join lateral (select count(*) as known, coalesce(sum((x ->> 'price')::bigint), 0) as cost from jsonb_array_elements(p.projects) x where (x ->> 'number')::int = any (c.numbers)) t
    where not c.is_plain or c.numbers <> array(select distinct u from unnest(c.numbers) u order by u) or t.known <> cardinality(c.numbers)
       or cardinality(c.numbers) not between p.least and p.most or t.cost > p.purse
    group by c.round_id
$$;

create function invariant.i18() returns setof text language sql stable as $$
    select format('Round %s: %s ballots that were final were changed, or are final and did not come on paper.', round_id, count(*)) from register.mark
    where final and version > 1 or final <> (channel in ('paper', 'imported')) group by round_id
$$;

create function invariant.i19() returns setof text language sql stable as $$
    select format('Round %s: %s ballots still wait to be sealed.', r.id, count(*)) from rnd.round r join ballotbox.inbox b on b.round_id = r.id
    where r.state in ('sealed', 'certified') or r.state <> 'void' and rnd.clock() > r.closes_at + interval '1 hour' group by r.id
$$;

create function invariant.i20() returns setof text language sql stable as $$
    with held as (
        select format('%s.%s', c.relnamespace::regnamespace, c.relname) as what, coalesce(pg_get_userbyid(nullif(a.grantee, 0)), 'public') as who, lower(a.privilege_type) as may
        from pg_class c cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
        where c.relkind in ('r', 'v') and a.grantee <> c.relowner
          and (c.relnamespace in ('ballotbox'::regnamespace, 'invariant'::regnamespace) or c.oid in ('register.mark'::regclass, 'register.started'::regclass, 'register.sightings'::regclass))
        union select format('%s.%s', c.relnamespace::regnamespace, c.relname), coalesce(pg_get_userbyid(nullif(a.grantee, 0)), 'public'), lower(a.privilege_type) || ' of a column'
        from pg_class c join pg_attribute t on t.attrelid = c.oid cross join lateral aclexplode(t.attacl) a
        where a.grantee <> c.relowner and (c.relnamespace = 'ballotbox'::regnamespace or c.oid = 'register.mark'::regclass)),
    allowed (what, who, may) as (values
        ('ballotbox.event', 'pb_app', 'select'), ('ballotbox.batch', 'pb_app', 'select'),
        ('ballotbox.inbox', 'pb_sealer', 'select'), ('ballotbox.inbox', 'pb_sealer', 'delete'), ('ballotbox.sealed', 'pb_sealer', 'select'), ('ballotbox.sealed', 'pb_sealer', 'insert'),
        ('ballotbox.batch', 'pb_sealer', 'select'), ('ballotbox.batch', 'pb_sealer', 'insert'), ('ballotbox.event', 'pb_sealer', 'select'),
        ('ballotbox.submission', 'pb_sealer', 'select'), ('ballotbox.submission', 'pb_sealer', 'insert'), ('ballotbox.submission', 'pb_sealer', 'delete'),
        ('ballotbox.sealed', 'pb_tally', 'select'), ('ballotbox.event', 'pb_tally', 'select'))
    select format('%s may %s %s.', who, may, what) from (select * from held except select * from allowed) x
    union all select 'The count may see ballots before they are sealed.' where not (select relrowsecurity from pg_class where oid = 'ballotbox.sealed'::regclass)
        or exists (select from pg_policy where polrelid = 'ballotbox.sealed'::regclass and polname not in ('tally_after_sealing', 'sealer'))
    union all select format('%s may do what only the owner of the ballots may.', m.member::regrole) from pg_auth_members m
    where m.roleid = 'pb_app'::regrole and (pg_has_role(m.member, 'pb_vote_owner', 'member') or pg_has_role(m.member, 'pb_sealer', 'member') or pg_has_role(m.member, 'pb_tally', 'member'))
      and m.member <> (select datdba from pg_database where datname = current_database())
$$;

create function invariant.i21() returns setof text language sql stable as $$
    select format('ballotbox.%s has a column %s, by which a ballot could be traced.', c.relname, a.attname) from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'ballotbox'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and not (
        c.relname in ('inbox', 'sealed') and a.attname = any ('{round_id,leaf_index,batch_no,tag,version,content,area,class,nonce,leaf_hash,salt,choices_commitment,area_commitment,class_commitment}')
        or c.relname = 'submission' and a.attname = any ('{key,request_mac,round_id,leaf_hash,version}') or c.relname = 'annulled' and a.attname = any ('{round_id,tag,leaf_hash,reason}')
        or c.relname = 'event' and a.attname = any ('{round_id,leaf_index,type,body,leaf_hash}')
        or c.relname = 'batch' and a.attname = any ('{round_id,batch_no,first_index,size,tree_size,root,signature,sealed_at}'))
    union all
    select format('%s leads from a ballot to %s.', k.conname, k.confrelid::regclass) from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'ballotbox'::regnamespace and k.confrelid <> 'rnd.round'::regclass
$$;

-- A transaction that wrote all marks of a round says nothing about any of them.
create function invariant.i22() returns setof text language sql stable as $$
    with marks as (select round_id, xmin::text as xact, count(*) as n, sum(count(*)) over (partition by round_id) as everybody from register.mark group by round_id, xmin::text),
    written as (select round_id, xmin::text as xact, count(*) as n from ballotbox.sealed group by round_id, xmin::text
                union all select p.round_id, p.xmin::text, count(*) from ballotbox.submission p join ballotbox.sealed s on s.leaf_hash = p.leaf_hash group by p.round_id, p.xmin::text)
    select format('Round %s: the number of a transaction tells the ballots of %s voters.', m.round_id, sum(m.n)) from marks m
    where m.n < m.everybody and exists (select from written w where w.round_id = m.round_id and w.xact = m.xact) group by m.round_id
$$;

create function invariant.i28() returns setof text language sql stable as $$
    select format('Round %s: leaf %s is not what was sealed.', s.round_id, s.leaf_index) from ballotbox.sealed s, lateral ballotbox.commitments(s) c
    where s.leaf_hash <> sha256('\x00' || convert_to('pb-ballot/1' || chr(10) || 'round=' || s.round_id || chr(10) || 'tag=' || encode(s.tag, 'hex') || chr(10)
        || 'version=' || s.version || chr(10) || 'choices=' || encode(c.choices, 'hex') || chr(10) || 'area=' || encode(c.area, 'hex') || chr(10)
        || 'class=' || encode(c.class, 'hex') || chr(10), 'UTF8'))
       or s.nonce is null and s.content is not null
          and c.choices <> sha256(convert_to('pb/1/field/choices', 'UTF8') || '\x00' || s.salt || convert_to(s.content, 'UTF8'))
    union all
    select format('Round %s: a ballot that waits is not what came in.', b.round_id) from ballotbox.inbox b
    where b.leaf_hash <> sha256('\x00' || convert_to('pb-ballot/1' || chr(10) || 'round=' || b.round_id || chr(10) || 'tag=' || encode(b.tag, 'hex') || chr(10)
        || 'version=' || b.version || chr(10) || 'choices=' || encode(ballotbox.commitment('choices', b.nonce, b.content), 'hex') || chr(10)
        || 'area=' || encode(ballotbox.commitment('area', b.nonce, b.area), 'hex') || chr(10) || 'class=' || encode(ballotbox.commitment('class', b.nonce, b.class), 'hex') || chr(10), 'UTF8'))
$$;

create function invariant.i29() returns setof text language sql stable as $$
    select format('Round %s: leaf %s stands in the place of leaf %s.', l.round_id, l.leaf_index, l.place)
    from (select x.*, row_number() over (partition by x.round_id order by x.leaf_index) - 1 as place
          from (select round_id, leaf_index from ballotbox.sealed union all select round_id, leaf_index from ballotbox.event) x) l
    where l.leaf_index <> l.place
    union all
    select format('Round %s: head %s does not go on where the one before ended.', b.round_id, b.batch_no)
    from (select x.*, lag(x.tree_size, 1, 0::bigint) over w as before, row_number() over w - 1 as place from ballotbox.batch x window w as (partition by x.round_id order by x.batch_no)) b
    where b.first_index <> b.before or b.batch_no <> b.place or b.tree_size <> b.first_index + b.size
    union all
    select format('Round %s: the newest head is over %s leaves, and there are %s.', r.id, coalesce(h.n, 0), l.n) from rnd.round r
    cross join lateral (select count(*) as n, coalesce(max(x.leaf_index) filter (where x.is_ballot), -1) as last_ballot from (
        select leaf_index, true as is_ballot from ballotbox.sealed where round_id = r.id union all select leaf_index, false from ballotbox.event where round_id = r.id) x) l
    left join lateral (select max(b.tree_size) as n from ballotbox.batch b where b.round_id = r.id) h on true
    where h.n > l.n or l.last_ballot >= coalesce(h.n, 0) or r.state in ('sealed', 'certified') and h.n < l.n
$$;

create function invariant.i31() returns setof text language sql stable as $$
    select format('Round %s: the rules are not those that the log begins with.', r.id) from rnd.round r
    where r.rules_hash <> sha256(convert_to(r.rules, 'UTF8'))
       or exists (select from ballotbox.event e where e.round_id = r.id and e.leaf_index = 0 and e.body::json ->> 'rules' is distinct from encode(r.rules_hash, 'hex'))
    union all
    select format('Round %s: project %s is not what it is on the ballot.', r.id, x ->> 'number') from rnd.round r cross join lateral jsonb_array_elements(r.rules::jsonb -> 'projects') x
    where not exists (select from public.proposals p where p.round_id = r.id and p.number = (x ->> 'number')::int and p.title = x ->> 'title'
                      and coalesce(p.price, p.estimate, 0) = (x ->> 'price')::bigint)
    union all
    select format('Round %s: the pot is not what it was when voting opened.', r.id) from rnd.round r
    where (select sum(p.amount) from public.pots p where p.round_id = r.id) is distinct from (r.rules::jsonb ->> 'budget')::bigint
    union all
    select format('Round %s: result %s was counted by other rules.', r.id, v.version) from rnd.round r join public.results v on v.round_id = r.id
    where v.rules_fingerprint <> encode(r.rules_hash, 'hex')
$$;

create function invariant.i33() returns setof text language sql stable as $$
    select format('Round %s: the lot was drawn %s times.', round_id, count(*)) from ballotbox.event where type = 'seed' group by round_id having count(*) > 1
    union all
    select format('Round %s: the lot was drawn before the last head.', e.round_id) from ballotbox.event e
    where e.type = 'seed' and not exists (select from ballotbox.event c where c.round_id = e.round_id and c.type = 'close' and c.leaf_index < e.leaf_index)
$$;

create function invariant.i40() returns setof text language sql stable as $$
    select format('Round %s: the figure of %s %s is of %s people.', r.id, f.kind, f.name, f.people) from rnd.round r, lateral register.figures(r.id) f where f.people between 1 and 9
    union all
    select format('Round %s: the pack would tell that %s people have %s %s.', r.id, t.told, t.kind, t.name) from rnd.round r, lateral register.told_counts(r.id) t
    where t.told ~ '^[1-9]$'
$$;

-- Every lock, trigger, policy, right and function of the database, a line each, to be held against the list that the program brings with it (I43).
create function invariant.catalogue() returns setof text language sql stable as $$
    with rooms as (select oid, nspname from pg_namespace where nspname in ('public', 'register', 'rnd', 'ballotbox', 'journal', 'approval', 'outbox', 'invariant')),
    tables as (select c.oid, r.nspname || '.' || c.relname as name, c.relacl, c.relowner, c.relrowsecurity from pg_class c join rooms r on r.oid = c.relnamespace
               where c.relkind = 'v' or c.relkind = 'r' and exists (select from pg_constraint k where k.conrelid = c.oid)),
    doors as (select p.*, r.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name from pg_proc p join rooms r on r.oid = p.pronamespace
              where p.oid <> 'rnd.clock()'::regprocedure)
    select regexp_replace(line, '\s+', ' ', 'g') from (
    select format('lock %s %s %s%s', t.name, k.conname, pg_get_constraintdef(k.oid), case when not k.convalidated then ' not valid' end)
    from pg_constraint k join tables t on t.oid = k.conrelid where k.contype in ('p', 'u', 'c', 'f', 'x')
    union all
    select 'index ' || pg_get_indexdef(i.indexrelid) from pg_index i join tables t on t.oid = i.indrelid
    where i.indisunique and i.indisvalid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
    union all
    select 'trigger ' || pg_get_triggerdef(g.oid) || case when g.tgenabled = 'D' then ' (off)' else '' end from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal
    union all
    select format('rows of %s for %s: %s', t.name, array_to_string(array(select x::regrole::text from unnest(p.polroles) x order by 1), ', '), pg_get_expr(p.polqual, p.polrelid))
    from pg_policy p join tables t on t.oid = p.polrelid
    union all
    select format('rows of %s are kept apart', name) from tables where relrowsecurity
    union all
    select format('right %s %s %s', t.name, coalesce(pg_get_userbyid(nullif(a.grantee, 0)), 'public'), string_agg(lower(a.privilege_type), ' ' order by a.privilege_type))
    from tables t cross join lateral aclexplode(coalesce(t.relacl, acldefault('r', t.relowner))) a where a.grantee <> t.relowner group by t.name, a.grantee
    union all
    select format('function %s %s as %s, by %s, is %s', d.name, d.proconfig, case when d.prosecdef then case when pg_get_userbyid(d.proowner) in ('pb_vote_owner', 'pb_sealer', 'pb_tally')
            then pg_get_userbyid(d.proowner) else 'the owner' end else 'the caller' end,
        (select string_agg(coalesce(pg_get_userbyid(nullif(a.grantee, 0)), 'public'), ' ' order by coalesce(pg_get_userbyid(nullif(a.grantee, 0)), 'public') collate "C")
         from aclexplode(coalesce(d.proacl, acldefault('f', d.proowner))) a where a.grantee <> d.proowner), left(encode(sha256(convert_to(d.prosrc, 'UTF8')), 'hex'), 16))
    from doors d) lines (line)
$$;

do $$
declare
    part record;
begin
    grant usage, create on schema invariant to pb_vote_owner;
    alter view invariant.ballots owner to pb_vote_owner;
    for part in select oid::regprocedure as door from pg_proc where pronamespace = 'invariant'::regnamespace loop
        execute format('alter function %s security definer set search_path = pg_catalog, pg_temp', part.door);
        execute format('alter function %s owner to pb_vote_owner', part.door);
        execute format('revoke all on function %s from public', part.door);
        execute format('grant execute on function %s to pb_app', part.door);
    end loop;
    revoke create on schema invariant from pb_vote_owner;
    grant usage on schema invariant to pb_app;
end $$;

-- What the database of a test has beside what we ship: a clock that can be moved, and a way back to the beginning.
create schema test;
grant usage on schema test to public;

create table test.clock (now timestamptz);
insert into test.clock values (null);
grant select on test.clock to public;

create or replace function rnd.clock() returns timestamptz language sql volatile as
    'select coalesce(now, clock_timestamp()) from test.clock';

create view test.tables as
select c.oid, c.oid::regclass::text as name, c.relkind as kind
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'test') and c.relname <> 'migrations';

-- Everything that a migration makes, in one number.
create function test.shape() returns text language sql stable as $$
    select md5(string_agg(part, ',' order by part)) from (
        select p.oid || prosrc || coalesce(proacl::text, '') from pg_proc p join pg_namespace n on n.oid = pronamespace where nspname not in ('pg_catalog', 'information_schema')
        union all select tgrelid || tgname || tgenabled::text || tgfoid from pg_trigger
        union all select conrelid || conname || pg_get_constraintdef(oid) from pg_constraint
        union all select attrelid || attname || atttypid || attnotnull || coalesce(attacl::text, '') from pg_attribute where attrelid in (select oid from test.tables) and attnum > 0
        union all select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()
        union all select c.oid || relname || relowner || coalesce(relacl::text, '') from pg_class c where c.oid in (select oid from test.tables)) as parts (part)
$$;

create table test.made (shape text, size bigint);

-- False where a test has changed more than rows, or has left so many that a new database is sooner there.
create function test.empty() returns boolean language plpgsql as $$
declare
    one record;
begin
    if (select shape <> test.shape() or size + 30000000 < pg_database_size(current_database()) from test.made) then
        return false;
    end if;

    perform set_config('lock_timeout', '5s', true), set_config('session_replication_role', 'replica', true);
    for one in select * from test.tables where kind = 'r' loop
        execute format('delete from %s', one.name);
    end loop;
    for one in select * from test.tables where kind = 'S' loop
        perform setval(one.oid, 1, false);
    end loop;
    update test.clock set now = null;
    return true;
end
$$;

insert into test.made select test.shape(), pg_database_size(current_database());

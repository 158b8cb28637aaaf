// Longer than the house allows: all that can be done behind the site's back, a line each.
namespace PB.Tests.Invariants;

/// <summary>What can be done in the database behind the site's back, and which invariants name it.</summary>
static class Meddlings
{
    // Of voters who did not change theirs: the others' first ballots do not count.
    const string NotReplaced = "tag not in (select tag from ballotbox.sealed where version = 2)";
    const string OneWaiting = "leaf_hash = (select leaf_hash from ballotbox.inbox order by 1 limit 1)";
    const string LastSealed = $"leaf_index = (select max(leaf_index) from ballotbox.sealed where version = 1 and {NotReplaced})";

    /// <summary>While voting is open: some ballots are sealed, some wait.</summary>
    public static readonly Meddling[] WhileOpen =
    [
        new("a second mark of a voter", "I01 I03 I04 I09 I43", "alter table register.mark drop constraint pk_mark; insert into register.mark select * from register.mark where version = 1 limit 1"),
        new("a mark of somebody who did not vote", "I03 I04 I06 I08 I09", "insert into register.mark select round_id, (select id from register.voters where id not in (select voter_id from register.mark) limit 1), 'web', 1, false, assurance, last_at from register.mark limit 1"),
        new("a mark taken away", "I03 I04 I06 I08 I09", "delete from register.mark where voter_id = (select voter_id from register.mark where version = 1 order by voter_id limit 1)"),
        new("a mark after the close", "I12", "update register.mark set last_at = (select closes_at from rnd.round) where version = 2"),
        new("a ballot on the web that is final", "I18", "update register.mark set final = true where version = 2"),

        new("a sealed ballot put into the box again", "I02 I04", "insert into ballotbox.inbox (round_id, tag, version, content, area, class, nonce, leaf_hash) select round_id, tag, version, content, area, class, nonce, leaf_hash from ballotbox.sealed limit 1"),
        new("a waiting ballot deleted", "I03 I04 I06 I11", $"delete from ballotbox.inbox where {OneWaiting}"),
        new("a waiting ballot added", "I03 I04 I06 I28", "insert into ballotbox.inbox (round_id, tag, version, content, area, class, nonce, leaf_hash) select round_id, sha256(tag), 1, content, area, class, nonce, sha256(leaf_hash) from ballotbox.inbox limit 1"),
        new("the choices of a waiting ballot changed", "I28", $"update ballotbox.inbox set content = '2,3' where {OneWaiting}"),
        new("more choices than allowed", "I14 I28", $"update ballotbox.inbox set content = '1,2,3,4' where {OneWaiting}"),
        new("a choice that is not on the ballot", "I14 I28", $"update ballotbox.inbox set content = '9' where {OneWaiting}"),
        new("choices twice", "I14 I28", $"update ballotbox.inbox set content = '1,1' where {OneWaiting}"),
        new("a version left out", "I05 I28", $"update ballotbox.inbox set version = 3 where {OneWaiting}"),
        new("a waiting ballot given to somebody else", "I06 I28", $"update ballotbox.inbox set tag = sha256(tag) where {OneWaiting}"),

        new("the choices of a sealed ballot changed", "I28", $"update ballotbox.sealed set content = '2,3' where {LastSealed}"),
        new("the choices of two sealed ballots swapped", "I28", SwapTwo),
        new("a sealed ballot deleted", "I03 I04 I06 I11 I28 I29", $"delete from ballotbox.sealed where {LastSealed} and version = 1"),
        new("a leaf's hash changed", "I11 I28", $"update ballotbox.sealed set leaf_hash = sha256(leaf_hash) where {LastSealed}"),
        new("two leaves swapped", "I28", "update ballotbox.sealed set leaf_index = 99999 where leaf_index = 2; update ballotbox.sealed set leaf_index = 2 where leaf_index = 3; update ballotbox.sealed set leaf_index = 3 where leaf_index = 99999"),
        new("a leaf moved to the end", "I28 I29", "update ballotbox.sealed set leaf_index = 99999 where leaf_index = 2"),
        new("a sealed ballot that shares its voter's transaction", "I22", $"update register.mark set version = 2 where version = 2; update ballotbox.sealed set content = content where {LastSealed}"),
        new("a head's root changed", "I28", "update ballotbox.batch set root = sha256(root) where batch_no = 1"),
        new("a head's time changed", "I28", "update ballotbox.batch set sealed_at = sealed_at + interval '1 second' where batch_no = 1"),
        new("a head deleted", "I29", "delete from ballotbox.batch where batch_no = 1"),
        new("an event changed", "I28 I31 I43", "alter table ballotbox.event drop constraint ck_event_leaf_hash; update ballotbox.event set body = '{}', leaf_hash = sha256(leaf_hash)"),
        new("a lot drawn before the close", "I33", "insert into ballotbox.event select round_id, (select max(leaf_index) + 1 from ballotbox.sealed), 'seed', '{}', sha256('\\x00' || convert_to('pb-event/1' || chr(10) || 'round=' || round_id || chr(10) || 'type=seed' || chr(10) || 'body=' || encode(sha256('{}'), 'hex') || chr(10), 'UTF8')) from ballotbox.event limit 1"),
        new("a post forgotten", "I09", "delete from ballotbox.submission where key = (select key from ballotbox.submission order by 1 limit 1)"),
        new("a post invented", "I09 I11", "insert into ballotbox.submission select sha256(key), request_mac, round_id, sha256(leaf_hash), 1 from ballotbox.submission limit 1"),
        new("a ballot left out by one person", "I07 I26", "insert into ballotbox.annulled select round_id, tag, leaf_hash, 'Fraud' from ballotbox.sealed limit 1"),
        new("two hours after the close, and nobody sealed", "I19", "update test.clock set now = now + interval '7 days 2 hours'"),

        new("a price changed", "I31", "update public.proposals set estimate = estimate - 1 where number = 2"),
        new("a project's name changed", "I31", "update public.proposals set title = 'Gold' where number = 2"),
        new("the pot changed", "I31", "update public.pots set amount = amount + 1"),
        new("the frozen rules changed", "I31", "update rnd.round set rules = replace(rules, 'Benches', 'Thrones'), rules_hash = sha256(convert_to(replace(rules, 'Benches', 'Thrones'), 'UTF8'))"),
        new("the round closed by hand", "I13", "update rnd.round set state = 'closed', closed_at = closes_at"),

        new("a journal row changed", "I25", "update journal.entries set act = act || '!' where seq = 1"),
        new("a journal row added", "I25", "insert into journal.entries select seq + 1, gen_random_uuid(), at, actor_id, act, subject, detail_commit, hash, sha256(hash), xact from journal.entries order by seq desc limit 1"),
        new("a journal row deleted", "I25", "delete from journal.details where seq = 1; delete from journal.entries where seq = 1"),
        new("two journal rows swapped", "I25", "update journal.entries e set act = o.act, subject = o.subject from journal.entries o where e.seq + o.seq = 3 and e.seq in (1, 2)"),
        new("a deleted account whose name is still there", "I39 I43", "alter table public.people drop constraint ck_people_erased_whole; update public.people set erased_at = now() where name = (select name from public.people order by id limit 1)"),
        new("a change that nobody wrote down", "I27", "insert into journal.touches values ('7', 'public.rounds')"),
        new("a mail to a voter taken away", "I08", "delete from outbox.messages where key = (select min(key) from outbox.messages where key like 'ballot/%')"),
        new("a mail that would go out again", "I35", "update outbox.messages set sent_at = created_at where key = (select min(key) from outbox.messages where next_try_at is not null)"),

        new("one right too many", "I20 I43", "grant select on ballotbox.sealed to pb_app"),
        new("one column too many to read", "I20", "grant select (content) on ballotbox.inbox to pb_app"),
        new("ballots to read before they are sealed", "I20 I43", "alter table ballotbox.sealed disable row level security"),
        new("a role that may do what the owner may", "I20", "create role pb_drill; grant pb_app, pb_sealer to pb_drill"),
        new("a time on a ballot", "I21", "alter table ballotbox.sealed add column at timestamptz"),
        new("a voter on a ballot", "I21 I43", "alter table ballotbox.inbox add column voter uuid constraint fk_inbox_voter references register.voters (id)"),
        new("a small figure told", "I40 I43", "create or replace function register.told_counts(p_round uuid, out kind text, out name text, out told text) returns setof record language sql stable security definer set search_path = pg_catalog, pg_temp as 'select ''channel'', ''web'', ''7'''"),
    ];

    /// <summary>After the count.</summary>
    public static readonly Meddling[] WhenCounted =
    [
        new("a result line changed", "I30", "update public.results set document = replace(document::text, '\"votes\":', '\"votes\":1')::json"),
        new("more awarded than there is", "I30 I34", "update public.results set document = replace(document::text, '\"awarded\":', '\"awarded\":9')::json"),
        new("another number of ballots", "I07 I30", "update public.results set document = replace(document::text, '\"ballots\":', '\"ballots\":1')::json"),
        new("another project funded", "I30", "update public.results set document = replace(document::text, '\"outcome\":\"DoesNotFit\"', '\"outcome\":\"Funded\"')::json"),
        new("a result of other rules", "I31", "update public.results set rules_fingerprint = repeat('0', 64)"),
        new("another result added", "I26", "insert into public.results (id, round_id, version, rules_fingerprint, document, counted_at, annulled) select gen_random_uuid(), round_id, 2, rules_fingerprint, document, counted_at, 0 from public.results"),
        new("two ballots swapped", "I28", SwapTwo),
        new("a ballot changed", "I28 I30", $"update ballotbox.sealed set content = '2' where leaf_index = (select min(leaf_index) from ballotbox.sealed where content = '1' and {NotReplaced})"),
        new("the last head taken away", "I29", "delete from ballotbox.batch where batch_no = (select max(batch_no) from ballotbox.batch)"),
        new("the last ballot deleted", "I03 I04 I06 I07 I11 I28 I29 I30", $"delete from ballotbox.sealed where {LastSealed}"),
        new("a mark's day changed to one after the close", "I12", "update register.mark set last_at = last_at + interval '30 days' where version = 2"),
        new("a round counted while texts were still to come", "I37", "insert into sms.rounds (round_id, keyword, name, proof, confirm_first, echo, help_phone, short_address, empty_passes) select id, 'EAST', 'Eastfield', 'LetterCode', false, 'Titles', '1', 'x', 0 from public.rounds"),
    ];

    /// <summary>After the certification.</summary>
    public static readonly Meddling[] WhenCertified =
    [
        new("a result line changed", "I13 I30", "update public.results set document = replace(document::text, '\"votes\":', '\"votes\":1')::json"),
        new("somebody who left can still be known again", "I39", "insert into register.departed select round_id, sha256('x'), voter_id from register.mark limit 1"),
        new("a result deleted", "I13", "delete from public.results"),
        new("a price changed", "I13 I31", "update public.proposals set estimate = estimate - 1 where number = 2"),
        new("a ballot changed", "I28 I30", $"update ballotbox.sealed set content = '3,4' where leaf_index = (select min(leaf_index) from ballotbox.sealed where content = '1' and {NotReplaced})"),
        new("two ballots swapped", "I28", SwapTwo),
        new("a ballot deleted", "I03 I04 I06 I07 I28 I29 I30", $"delete from ballotbox.sealed where {LastSealed}"),
        new("the keys of posts kept", "I09", "insert into ballotbox.submission select sha256(leaf_hash), leaf_hash, round_id, leaf_hash, 1 from ballotbox.sealed limit 1"),
    ];

    const string SwapTwo = $"""
        update ballotbox.sealed set content = case content when '1' then '3' else '1' end where leaf_index in
        ((select min(leaf_index) from ballotbox.sealed where content = '1' and {NotReplaced}), (select min(leaf_index) from ballotbox.sealed where content = '3' and {NotReplaced}))
        """;
}

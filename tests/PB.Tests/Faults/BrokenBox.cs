using Npgsql;

namespace PB.Tests.Faults;

/// <summary>Ballot boxes that were broken on purpose: a test of faults that does not ring with one of these does not test.</summary>
static class BrokenBox
{
    /// <summary>By name, and what is done to the database.</summary>
    static readonly Dictionary<string, string[]> Ways = new()
    {
        // The receipt is given before the ballot is on the disk.
        ["acknowledges-before-the-disk"] = ["alter system set synchronous_commit = off", "alter system set wal_writer_delay = '10s'", "select pg_reload_conf()"],
        // Ballots are kept in a table that no crash survives.
        ["keeps-ballots-in-memory"] = ["alter table ballotbox.inbox set unlogged"],
        // A retry is a new ballot, and no key forbids a second one.
        ["forgets-what-was-sent"] =
        [
            "alter table register.mark drop constraint pk_mark",
            "alter table ballotbox.inbox drop constraint pk_inbox",
            "alter table ballotbox.sealed drop constraint ux_sealed_tag_version",
            Recast("drop_in",
                ("at := coalesce(p_had_at, rnd.clock());", "at := rnd.clock(); p_key := sha256(uuid_send(gen_random_uuid()));"),
                ("on conflict (round_id, voter_id) do nothing;", ";"),
                ("if exists (select 1 from ballotbox.sealed", "if false and exists (select 1 from ballotbox.sealed")),
            Recast("cast_handful",
                ("at := rnd.clock();", "at := rnd.clock(); p_key := array(select sha256(uuid_send(gen_random_uuid())) from unnest(p_key));"),
                ("on conflict (round_id, voter_id) do nothing returning", "returning"),
                ("if exists (select from ballotbox.sealed", "if false and exists (select from ballotbox.sealed")),
        ],
        // The gate is not looked at.
        ["forgets-the-close"] =
        [
            Recast("drop_in", ("if gate.state is distinct from (case when p_had_at is null then 'open' else 'closing' end) or at < gate.opens_at or at >= gate.closes_at then", "if false then")),
            Recast("cast_handful", ("if gate.state is distinct from 'open' or at < gate.opens_at or at >= gate.closes_at then", "if false then")),
        ],
        // Says yes and does nothing.
        ["says-yes-to-all"] =
        [
            Recast("drop_in", ("perform pg_advisory_xact_lock_shared(rnd.gate(p_round));", "outcome := 'accepted'; return;")),
            Recast("cast_handful", ("perform pg_advisory_xact_lock_shared(rnd.gate(p_round));", "return array(select generate_subscripts(p_key, 1));")),
        ],
    };

    public static Task BreakAsync(Cluster cluster, string way) => BreakAsync(cluster.Superuser, way);

    public static async Task BreakAsync(string login, string way)
    {
        await using var source = NpgsqlDataSource.Create(login);
        // One at a time: some of these may not be in a transaction.
        foreach (var statement in Ways[way])
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Changes words in a function that casts; fails where it has no such words.</summary>
    static string Recast(string function, params (string Old, string New)[] words) => $"""
        do $broken$
        declare
            text text := pg_get_functiondef((select oid from pg_proc where proname = '{function}'));
        begin
        {string.Join('\n', words.Select(word => $"""
            if position($q${word.Old}$q$ in text) = 0 then raise exception 'There is nothing to break'; end if;
            text := replace(text, $q${word.Old}$q$, $q${word.New}$q$);
        """))}
            execute text;
        end $broken$
        """;
}

using Npgsql;
using PB.Tests.Town;

namespace PB.Tests.Invariants;

/// <summary>No lock, trigger, right or function of the database goes or comes unseen: each of them is taken off in turn.</summary>
public sealed class CatalogueTests : TownTest
{
    [Fact]
    public async Task Whatever_is_taken_off_or_put_on_is_named()
    {
        Assert.Empty(await FaultsAsync("I43"));
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var connection = await owner.OpenConnectionAsync();
        var (whole, unseen) = (await ListAsync(connection), new List<string>());
        var all = (await DropsAsync()).Concat(Additions).ToList();
        foreach (var sql in all)
            if (await WithAsync(connection, sql) == whole)
                unseen.Add(sql);

        Assert.Empty(unseen);
        Assert.InRange(all.Count, 100, int.MaxValue);
    }

    static readonly string[] Additions =
    [
        "grant select on register.mark to pb_app", "grant execute on function ballotbox.forget(uuid) to public", "alter table ballotbox.sealed no force row level security, disable row level security",
        "alter table ballotbox.sealed disable trigger only_forget", "create policy everybody on ballotbox.sealed using (true)", "alter function ballotbox.counted(uuid) security invoker",
        "create or replace function rnd.is_rehearsal(p_round uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as 'select true'",
    ];

    // All triggers, and the locks on which nothing else hangs.
    Task<List<string>> DropsAsync() => ReadAsync("""
        select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass) from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and c.relnamespace::regnamespace::text in ('public', 'register', 'rnd', 'ballotbox', 'journal', 'approval')
        union all
        select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) from pg_constraint k
        where k.connamespace::regnamespace::text in ('register', 'rnd', 'ballotbox', 'journal', 'approval') and k.contype in ('c', 'u', 'f')
        union all
        select format('drop index %s', i.indexrelid::regclass) from pg_index i join pg_class c on c.oid = i.indrelid
        where i.indisunique and c.relnamespace::regnamespace::text in ('register', 'ballotbox', 'outbox', 'public') and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
        """);

    static async Task<string> WithAsync(NpgsqlConnection connection, string sql)
    {
        await using var undone = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(sql, connection))
            await command.ExecuteNonQueryAsync();
        return await ListAsync(connection);
    }

    static async Task<string> ListAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select string_agg(line, chr(10) order by line) from invariant.catalogue() line", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    async Task<List<string>> ReadAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var command = owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}

using System.Globalization;
using Npgsql;
using PB.Web.Data;

namespace PB.Tests.Town;

/// <summary>A database of its own for each test: a copy of a template that is migrated once a run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    static int count;

    // Dropping a database writes the whole server to disk. ops/test throws its server away instead.
    static readonly bool IsDisposable = Environment.GetEnvironmentVariable("PB_TEST_DISPOSABLE") is not null;

    readonly string name;

    TestDatabase(string name) => this.name = name;

    /// <summary>What the web process may use: it cannot read a ballot.</summary>
    public string Web => In(name, Server.Web);

    /// <summary>What owns everything, for looking behind the scenes.</summary>
    public string Owner => In(name, Server.Migrator);

    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await Template.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"pb_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
        await ExecuteAsync("postgres", $"create database {name} template {template}");
        return new TestDatabase(name);
    }

    /// <summary>Moves the ballot box's own clock.</summary>
    public async Task MoveClockAsync(DateTimeOffset moment)
    {
        await using var owner = NpgsqlDataSource.Create(Owner);
        await using var command = owner.CreateCommand("update public.test_clock set now = $1");
        command.Parameters.AddWithValue(moment.ToUniversalTime());
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // The site's connections to it would stay open until the server has none left.
        await using (var web = new NpgsqlConnection(Web))
            NpgsqlConnection.ClearPool(web);

        if (!IsDisposable)
            await DropAsync(name);
    }

    static async Task DropAsync(string database)
    {
        NpgsqlConnection.ClearAllPools();
        try
        {
            await ExecuteAsync("postgres", $"drop database if exists {database} with (force)");
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ObjectInUse)
        {
            // PostgreSQL's own cleaning was at work in it, which only a superuser may end. The database stays until its server goes.
        }
    }

    static async Task<string> MakeTemplateAsync()
    {
        var template = string.Create(CultureInfo.InvariantCulture, $"pb_template_{Environment.ProcessId}");
        await DropAsync(template);
        await ExecuteAsync("postgres", $"create database {template}");
        await using (var owner = NpgsqlDataSource.Create(In(template, Server.Migrator)))
            await Migration.RunAsync(owner);
        await ExecuteAsync(template, """
            create table public.test_clock (now timestamptz);
            insert into public.test_clock values (null);
            grant select on public.test_clock to public;
            create or replace function rnd.clock() returns timestamptz language sql volatile as
                'select coalesce(now, clock_timestamp()) from public.test_clock';
            """);
        NpgsqlConnection.ClearAllPools();
        if (!IsDisposable)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(template).GetAwaiter().GetResult();
        return template;
    }

    static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(In(database, Server.Migrator) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    // Patient: a machine that builds beside its tests answers late.
    static string In(string database, string server) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 60, Timeout = 60, CommandTimeout = 120 }.ConnectionString;
}

using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using PB.Web.Data;

namespace PB.Tests.Town;

/// <summary>A database for one test at a time: a copy of a template that is migrated once a run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    static readonly ConcurrentDictionary<string, bool> Standing = [];
    static int count;

    // Dropping a database writes the whole server to disk. ops/test throws its server away instead.
    static readonly bool IsDisposable = Environment.GetEnvironmentVariable("PB_TEST_DISPOSABLE") is not null;

    readonly string name;
    readonly NpgsqlDataSource owner;

    TestDatabase(string name)
    {
        this.name = name;
        owner = NpgsqlDataSource.Create(Owner);
    }

    /// <summary>What the web process may use: it cannot read a ballot.</summary>
    public string Web => In(name, Server.Web);

    /// <summary>What owns everything, for looking behind the scenes.</summary>
    public string Owner => In(name, Server.Migrator);

    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await Template.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"pb_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
        await ExecuteAsync("postgres", $"create database {name} template {template}");
        Standing[name] = true;
        return new TestDatabase(name);
    }

    /// <summary>Moves the ballot box's own clock.</summary>
    public async Task MoveClockAsync(DateTimeOffset moment)
    {
        await using var command = owner.CreateCommand("update test.clock set now = $1");
        command.Parameters.AddWithValue(moment.ToUniversalTime());
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks as its owner, behind the web process's back.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Makes it as good as new, which takes far less time than a new one does. False where that cannot be: the database is to be disposed of then.</summary>
    public async Task<bool> EmptyAsync()
    {
        try
        {
            return await AskAsync<bool>("select test.empty()");
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.LockNotAvailable)
        {
            // A server that is not ours does not let triggers be passed over; or the test has left somebody behind who still writes.
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        // The site's connections to it would stay open until the server has none left.
        await using (var web = new NpgsqlConnection(Web))
            NpgsqlConnection.ClearPool(web);

        if (!IsDisposable)
            await DropAsync(name);
    }

    static async Task DropAsync(string database)
    {
        NpgsqlConnection.ClearAllPools();
        Standing.TryRemove(database, out _);
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
        await ExecuteAsync(template, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Town", "test_database.sql")));
        NpgsqlConnection.ClearAllPools();
        if (!IsDisposable)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Task.WhenAll([.. Standing.Keys.Select(DropAsync), DropAsync(template)]).GetAwaiter().GetResult();
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

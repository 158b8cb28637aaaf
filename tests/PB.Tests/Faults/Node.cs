using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Outbox;
using PB.Results;
using PB.Roll;
using PB.Rounds;

namespace PB.Tests.Faults;

/// <summary>One of the web processes, as far as ballots go: the real door, with faults where they hurt.</summary>
sealed class Node(string web, string name, RoundKeys keys, TimeProvider clock)
{
    static readonly StringLocalizer<BallotNotices> Text = new(new ResourceManagerStringLocalizerFactory(
        Options.Create(new LocalizationOptions { ResourcesPath = "Words" }), NullLoggerFactory.Instance));

    readonly string login = new NpgsqlConnectionStringBuilder(web) { ApplicationName = name, MaxPoolSize = 30, Timeout = 30 }.ConnectionString;

    readonly BallotTray tray = new(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(web) { ApplicationName = name, MaxPoolSize = 10, Timeout = 30 }), NullLogger<BallotTray>.Instance);

    public async Task<BallotRefusal?> CastAsync(Voter voter, Round round, BallotEntry entry, Dice dice)
    {
        await using var db = Context(new Fault(dice, 15));
        var refusal = await Box(db).CastAsync(voter, round, entry, CancellationToken.None);
        // Now and then nobody hears how it went.
        return dice.In(8) ? throw new LostException() : refusal;
    }

    /// <summary>The version that the page would show to the voter.</summary>
    public async Task<int> SeenAsync(Voter voter, Round round)
    {
        await using var db = Context(null);
        return (await Box(db).MarkAsync(voter, round, CancellationToken.None))?.Version ?? 0;
    }

    public async Task SealAsync(Dice dice)
    {
        await using var db = Context(new Fault(dice, 40));
        await new SealBallots(db, new BallotLog(db, keys)).RunAsync(CancellationToken.None);
    }

    public async Task CountAsync(Dice dice)
    {
        await using var db = Context(new Fault(dice, 40));
        await new CountClosedRounds(db, new BallotGate(db, keys, clock), new BallotLog(db, keys), clock).RunAsync(CancellationToken.None);
    }

    /// <summary>Cuts this node's connections, or only one of them: whatever is under way there ends as it would if the process died.</summary>
    public async Task CutAsync(bool all)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(web) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            select count(pg_terminate_backend(pid)) from
                (select pid from pg_stat_activity where application_name = $1 and datname = current_database() order by random() limit $2) as victims
            """, connection) { Parameters = { new() { Value = name }, new() { Value = all ? 1000 : 1 } } };
        await command.ExecuteScalarAsync();
    }

    /// <summary>Whether this is what such faults look like to whoever asked.</summary>
    public static bool IsFault(Exception failure) =>
        failure is LostException or NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        || failure.InnerException is { } inner && IsFault(inner);

    BallotBox Box(PbContext db)
    {
        var site = new SiteAddress(new Uri("http://localhost:8080/"));
        return new(db, new BallotGate(db, keys, clock), new BallotSlot(db, tray, keys, new BallotNotices(db, keys, site, Text)), clock);
    }

    PbContext Context(Fault? fault)
    {
        // By its connection string rather than as a data source: EF then builds the model once.
        var options = new DbContextOptionsBuilder<PbContext>().UseNpgsql(login, npgsql => npgsql.MigrationsHistoryTable("migrations"));
        return new PbContext((fault is null ? options : options.AddInterceptors(fault)).Options);
    }

    /// <summary>The process died, or its answer did.</summary>
    sealed class LostException : Exception;

    /// <summary>Now and then strikes once: before a statement, so that it never runs, or after it, so that nobody hears how it went.</summary>
    sealed class Fault(Dice dice, int percent) : DbCommandInterceptor
    {
        readonly int before = dice.In(percent / 2) ? 1 + dice.Below(6) : 0, after = dice.In(percent / 2) ? 1 + dice.Below(6) : 0;
        int begun, done;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ++begun == before ? throw new LostException() : new(result);

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
            ++done == after ? throw new LostException() : new(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ++begun == before ? throw new LostException() : new(result);

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
            ++done == after ? throw new LostException() : new(result);
    }
}

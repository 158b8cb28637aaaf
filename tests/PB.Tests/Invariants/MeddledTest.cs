using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Tests.Ballots;

namespace PB.Tests.Invariants;

/// <summary>What a superuser could do: with all triggers off, straight in the database. Each meddling is undone by rolling it back, so that one town bears many.</summary>
public abstract class MeddledTest : LogTest
{
    /// <summary>Does each thing, and finds exactly the invariants that name it.</summary>
    internal async Task AssertNamedAsync(IEnumerable<Meddling> meddlings)
    {
        // The town's people set the round up without the site's pages, and nobody wrote that down.
        await AskOwnerAsync<object>("alter table journal.touches disable trigger user; delete from journal.touches where true; alter table journal.touches enable trigger user; select 1");
        Assert.Equal("", await FailingAsync("select 1"));
        var wrong = new List<string>();
        foreach (var (what, named, sql) in meddlings)
            if (await FailingAsync(sql) is var found && found != named)
                wrong.Add($"{what}: should be named by {named}, was by {found}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Which invariants find something wrong after this was done, in their order.</summary>
    protected async Task<string> FailingAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.Owner);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var meddling = new NpgsqlCommand(WithoutTriggers(sql), connection, transaction))
            await meddling.ExecuteNonQueryAsync();
        await using var db = new PbContext(new DbContextOptionsBuilder<PbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);
        var keys = Hall.Services.GetRequiredService<RoundKeys>();
        await using var services = new ServiceCollection().AddSingleton(db).AddSingleton(keys).AddSingleton(new BallotLog(db, keys)).BuildServiceProvider();
        var failing = new List<string>();
        foreach (var invariant in Invariant.All)
            if ((await invariant.FaultsAsync(services, TestContext.Current.CancellationToken)).Count > 0)
                failing.Add(invariant.Id);
        await transaction.RollbackAsync();
        return string.Join(' ', failing);
    }

    // The tables that a meddling names lose their triggers while it is done, and have them back before anybody looks.
    static string WithoutTriggers(string sql)
    {
        var tables = Tables.Where(table => sql.Contains(table, StringComparison.Ordinal)).ToList();
        return string.Concat(tables.Select(table => $"alter table {table} disable trigger user; ")) + sql + "; "
            + string.Concat(tables.Select(table => $"alter table {table} enable trigger user; "));
    }

    static readonly string[] Tables =
    [
        "register.mark", "ballotbox.inbox", "ballotbox.sealed", "ballotbox.event", "ballotbox.batch", "ballotbox.submission", "ballotbox.annulled", "rnd.round", "rnd.state_changes",
        "public.proposals", "public.pots", "public.results", "public.packs", "journal.entries", "journal.details", "journal.touches",
    ];
}

/// <summary>Something that is done behind the site's back.</summary>
/// <param name="What">In words.</param>
/// <param name="Named">The invariants that name it, and no others.</param>
/// <param name="Sql">How it is done.</param>
sealed record Meddling(string What, string Named, string Sql);

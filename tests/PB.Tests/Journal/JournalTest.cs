using Npgsql;
using PB.People;
using PB.Tests.Town;

namespace PB.Tests.Journal;

/// <summary>A town whose database can be meddled with, by its owner and by the web process.</summary>
public abstract class JournalTest : TownTest
{
    /// <summary>As the owner, with every trigger off: what a superuser could do.</summary>
    protected async Task MeddleAsync(string table, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var command = owner.CreateCommand($"set role pb_vote_owner; alter table {table} disable trigger user; {sql}; alter table {table} enable trigger user; reset role");
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }

    protected async Task<PostgresException> RefusedAsync(string sql, bool asOwner = false)
    {
        await using var source = NpgsqlDataSource.Create(asOwner ? Database.Owner : Database.Web);
        await using var command = source.CreateCommand(asOwner ? $"set role pb_vote_owner; {sql}" : sql);
        return await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }

    /// <summary>An administrator appoints somebody, and so writes an entry.</summary>
    protected async Task<Browser> ActedAsync(string reason = "Starts on Monday")
    {
        await NeighbourhoodAsync();
        await ResidentAsync();
        var ada = await SignedInAsync(await AdministratorAsync());
        var page = await ada.OpenAsync("/desk/people/new");
        await ada.PressAsync(page, "Appoint", ("Email", "amina-yusuf@example.org"), ("Roles", Role.Reviewer), ("Reason", reason));
        return ada;
    }

    protected Task<long> EntriesAsync() => AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from journal.entries");
}

using Npgsql;

namespace PB.Web.Demonstration;

/// <summary>Whether this site only plays: its mailbox is open to everybody, and its staff's second factors are shown.</summary>
/// <remarks>
/// The setting PB:Demonstration alone switches nothing on. The database has to carry a mark that only its owner can put there, with
/// the subcommand <c>demonstrate</c>, and only while nobody has an account in it; without the mark the site does not start.
/// </remarks>
sealed class Demonstration(IConfiguration configuration)
{
    const string Marker = "PB demonstration: nothing in this database is real";

    bool isMarked;

    public bool IsOn => IsWanted && isMarked;

    /// <summary>Whether the settings ask for it.</summary>
    public bool IsWanted => configuration.GetValue<bool>("PB:Demonstration");

    /// <summary>Looks for the mark, before the site starts.</summary>
    /// <returns>Why the site must not start, or null.</returns>
    public async Task<string?> WhyNotStartAsync(NpgsqlDataSource database)
    {
        if (!IsWanted)
            return null;
        isMarked = await IsMarkedAsync(database);
        return isMarked ? null
            : "PB:Demonstration is on, but this database was not made for a demonstration: anybody could read its mails and sign in as staff. "
              + "Set PB:Demonstration to false. To play with a demonstration council, start ops/run without a connection string of your own.";
    }

    /// <summary>Marks a database as one in which nothing is real. Needs its owner, and a database in which nobody has an account yet.</summary>
    public static async Task MarkAsync(NpgsqlDataSource owner)
    {
        if (await IsMarkedAsync(owner))
            return;
        await using var connection = await owner.OpenConnectionAsync();
        await using var people = new NpgsqlCommand("select exists (select from people) or exists (select from rounds)", connection);
        if (await people.ExecuteScalarAsync() is true)
            throw new InvalidOperationException("There are people or rounds in this database: it cannot become a demonstration. Use a new, empty database.");
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(connection.Database);
        // The name cannot be a parameter here; it comes from the connection and is quoted.
        await using var mark = new NpgsqlCommand($"comment on database {name} is '{Marker}'", connection);
        await mark.ExecuteNonQueryAsync();
    }

    static async Task<bool> IsMarkedAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = current_database()");
        return await command.ExecuteScalarAsync() is Marker;
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Data;

namespace PB.Web.Data;

/// <summary>Brings the database to the shape of this build.</summary>
static class Migration
{
    public static async Task<int> RunAsync(WebApplication app)
    {
        await using var database = Database.Of(app.Configuration, "PBMigrator");
        try
        {
            await RunAsync(database);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            await Console.Error.WriteLineAsync(
                $"{failure.MessageText}. Migrations need a login that owns the database and may create roles: set ConnectionStrings__PBMigrator to it.");
            return 1;
        }

        Console.WriteLine("The database has the shape of this build.");
        return 0;
    }

    public static async Task RunAsync(NpgsqlDataSource database)
    {
        await using var db = PbContext.On(database);
        await db.Database.MigrateAsync();
    }
}

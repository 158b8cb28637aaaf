using Npgsql;

namespace PB.Web.Data;

/// <summary>Where the database is: ConnectionStrings:PB for the site, ConnectionStrings:PBMigrator for who may change its shape.</summary>
static class Database
{
    public static NpgsqlDataSource Of(IConfiguration configuration, string name) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString(configuration, name))
        {
            // What went wrong is logged without the row that it happened to.
            IncludeErrorDetail = false,
            // The same few statements come all day: PostgreSQL reads each once a connection.
            MaxAutoPrepare = 100,
            // No statement of ours leaves anything behind in a session.
            NoResetOnClose = true,
            // Which process it is, for whoever looks at the server's connections.
            ApplicationName = $"PB {PB.Jobs.JobBook.Machine}",
        });

    public static string ConnectionString(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name)
        ?? configuration.GetConnectionString("PB")
        ?? throw new InvalidOperationException(
            "No database is named. Start with ops/run, or set ConnectionStrings__PB, for example Host=localhost;Database=pb;Username=pb_web;Password=…");
}

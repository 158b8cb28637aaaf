using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using PB.Data;

namespace PB.Web.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> work without a database.</summary>
sealed class DesignTime : IDesignTimeDbContextFactory<PbContext>
{
    public PbContext CreateDbContext(string[] args) => PbContext.On(NpgsqlDataSource.Create("Host=nowhere"));
}

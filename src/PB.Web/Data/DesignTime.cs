using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PB.Data;

namespace PB.Web.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> work without a database.</summary>
sealed class DesignTime : IDesignTimeDbContextFactory<PbContext>
{
    public PbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PbContext>().UseNpgsql("Host=nowhere").Options);
}

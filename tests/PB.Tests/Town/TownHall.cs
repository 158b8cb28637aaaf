using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PB.Data;

namespace PB.Tests.Town;

/// <summary>The real site, on a test's database and clock.</summary>
public sealed class TownHall(TestDatabase database, TestClock clock, string keyFolder) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:PB", database.Web);
        builder.UseSetting("PB:KeyFolder", keyFolder);
        builder.UseSetting("Jobs:Engine", "none");
        builder.UseSetting("Sessions:StaffMinutes", "500000");
        builder.UseSetting("Sessions:ResidentMinutes", "500000");
        builder.UseSetting("Site:Council", "Marlbridge Council");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            // By its connection string rather than as a data source: EF then builds the model once a run, not once a test.
            services.RemoveAll<IDbContextOptionsConfiguration<PbContext>>();
            services.AddDbContext<PbContext>(options => options.UseNpgsql(database.Web, npgsql => npgsql.MigrationsHistoryTable("migrations")));
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<IStartupFilter, DoorKeeper>();
            services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }
}

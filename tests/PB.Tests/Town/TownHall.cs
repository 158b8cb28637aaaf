using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<IStartupFilter, DoorKeeper>();
            services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }
}

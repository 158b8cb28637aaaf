using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PB.Data;
using PB.Roll;
using PB.Web.Roll;

namespace PB.Tests.Town;

/// <summary>The real site. Starting it takes longer than most tests, so it is lent to one test after another, each time emptied.</summary>
public sealed class TownHall : WebApplicationFactory<Program>
{
    static readonly ConcurrentBag<TownHall> Free = [], FreeAtAPort = [];
    internal static readonly string KeyFolder = Directory.CreateTempSubdirectory("pb-keys-").FullName;

    static TownHall() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(KeyFolder, recursive: true);

    Uri? address;

    TownHall(TestDatabase database) => Database = database;

    public TestClock Clock { get; } = new();

    public TestDatabase Database { get; }

    /// <param name="asNew">Not one that others have used.</param>
    /// <param name="atAPort">One that may be open to real browsers; the others answer inside this process only.</param>
    public static async Task<TownHall> BorrowAsync(bool asNew, bool atAPort = false) =>
        !asNew && (atAPort ? FreeAtAPort : Free).TryTake(out var free) ? free : new TownHall(await TestDatabase.CreateAsync());

    public async Task GiveBackAsync()
    {
        await ForgetAsync();
        if (await Database.EmptyAsync())
        {
            (address is null ? Free : FreeAtAPort).Add(this);
            return;
        }

        await DisposeAsync();
        await Database.DisposeAsync();
    }

    // What the site keeps in memory for a few seconds would be of another town.
    async Task ForgetAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Sightings>().WriteAsync(scope.ServiceProvider.GetRequiredService<PbContext>(), CancellationToken.None);
        ((MemoryCache)Services.GetRequiredService<IMemoryCache>()).Clear();
    }

    /// <summary>Lets real browsers in, at this address.</summary>
    public Uri Open()
    {
        if (address is null)
        {
            UseKestrel(0);
            StartServer();
            address = new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        }

        return address;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:PB", Database.Web);
        builder.UseSetting("PB:KeyFolder", KeyFolder);
        builder.UseSetting("Jobs:Engine", "none");
        builder.UseSetting("Sessions:StaffMinutes", "500000");
        builder.UseSetting("Sessions:ResidentMinutes", "500000");
        builder.UseSetting("Site:Council", "Marlbridge Council");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IDbContextOptionsConfiguration<PbContext>>();
            // By its connection string rather than as a data source: EF then builds the model once a run.
            services.AddDbContextPool<PbContext>(options => options.UseNpgsql(Database.Web, npgsql => npgsql.MigrationsHistoryTable("migrations"))
                // At once, so that a test can count what is asked.
                .ConfigureLoggingCacheTime(TimeSpan.Zero));
            services.AddSingleton<TimeProvider>(Clock);
            services.Remove(services.Single(service => service.ImplementationType == typeof(WriteSightings)));
            services.AddSingleton<IStartupFilter, DoorKeeper>();
            services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }
}

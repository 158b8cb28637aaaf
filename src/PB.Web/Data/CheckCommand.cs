using PB.Data;

namespace PB.Web.Data;

/// <summary>Holds the invariants against the live database: a line each, PASS or FAIL with what is wrong.</summary>
static class CheckCommand
{
    /// <param name="app">The site's program.</param>
    /// <param name="args">The invariants to look at, all when none is named; or --catalogue, to print what the database has of locks, triggers and rights.</param>
    /// <returns>0 when all hold, 1 when one does not, 2 when there is none of a name.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        if (args is ["--catalogue"])
            return await PrintCatalogueAsync(app);
        if (args.Except(Invariant.All.Select(invariant => invariant.Id)).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no '{unknown}'. There are: {string.Join(", ", Invariant.All.Select(i => i.Id))}.");
            return 2;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var failed = 0;
        foreach (var invariant in Invariant.All.Where(invariant => args.Length == 0 || args.Contains(invariant.Id)))
            failed += await HoldsAsync(scope.ServiceProvider, invariant) ? 0 : 1;
        return failed == 0 ? 0 : 1;
    }

    static async Task<int> PrintCatalogueAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var line in await Catalogue.OfDatabaseAsync(scope.ServiceProvider.GetRequiredService<PbContext>(), CancellationToken.None))
            Console.WriteLine(line);
        return 0;
    }

    static async Task<bool> HoldsAsync(IServiceProvider services, Invariant invariant)
    {
        var faults = await invariant.FaultsAsync(services, CancellationToken.None);
        Console.WriteLine($"{(faults.Count == 0 ? "PASS" : "FAIL")} {invariant.Id} {invariant.Says}");
        foreach (var fault in faults)
            Console.WriteLine($"     {fault}");
        return faults.Count == 0;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PB.Data;

/// <summary>The locks, triggers, rights and functions that the database must have: the list beside this file, held against the database's own.</summary>
/// <remarks>Whoever adds a migration writes the list anew: <c>ops/pb check --catalogue &gt; src/PB/Data/catalogue.txt</c>, and reads what changed in it.</remarks>
public static class Catalogue
{
    /// <summary>What the database has, in an order of its own.</summary>
    public static async Task<IReadOnlyList<string>> OfDatabaseAsync(PbContext db, CancellationToken cancel) =>
        [.. (await db.Database.SqlQuery<string>($"""select line as "Value" from invariant.catalogue() line""").ToListAsync(cancel)).Order(StringComparer.Ordinal)];

    internal static async Task<IReadOnlyList<string>> DifferencesAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (known, found) = (Known(), await OfDatabaseAsync(services.GetRequiredService<PbContext>(), cancel));
        return [.. known.Except(found).Select(line => $"Missing: {line}"), .. found.Except(known).Select(line => $"Not on the list: {line}")];
    }

    static string[] Known()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("PB.Data.catalogue.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

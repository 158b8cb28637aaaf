using System.Diagnostics;
using PB.Data;
using PB.Neighbourhoods;
using PB.Web.Data;

namespace PB.Web.Neighbourhoods;

/// <summary>The subcommand <c>postcodes</c>: reads postcodes in for all neighbourhoods at once.</summary>
static class PostcodesCommand
{
    const string Usage = """
        Usage: postcodes import FILE.csv

        Reads postcodes in: the ONS Postcode Directory (columns pcds, lat, long, doterm), of which those near a boundary of a
        neighbourhood are kept, or a CSV file with the columns postcode and neighbourhood. All lines are taken in or none.
        """;

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        if (args is not ["import", var path] || path.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return 1;
        }

        return await ImportAsync(app, path);
    }

    static async Task<int> ImportAsync(WebApplication app, string path)
    {
        var watch = Stopwatch.StartNew();
        await using var database = Database.Of(app.Configuration, "PBMigrator");
        await using var db = PbContext.On(database);
        using var file = File.OpenText(path);
        try
        {
            var report = await new PostcodeDirectory(db, app.Services.GetRequiredService<TimeProvider>()).ImportAsync(file, null, CancellationToken.None);
            foreach (var line in report.BadLines)
                await Console.Error.WriteLineAsync($"Line {line.Number}: {line.Text}");
            Console.WriteLine($"Lines: {report.Lines}. New postcodes: {report.Added}. Near a boundary: {report.Positions}. Wrong lines: {report.BadLines.Count}. {watch.Elapsed.TotalSeconds:0.0} s.");
            return report.BadLines.Count == 0 ? 0 : 1;
        }
        catch (InvalidDataException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }
}

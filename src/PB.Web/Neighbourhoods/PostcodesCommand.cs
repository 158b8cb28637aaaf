using System.Diagnostics;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Neighbourhoods;
using PB.Web.Data;
using PB.Web.Look;

namespace PB.Web.Neighbourhoods;

/// <summary>The subcommand <c>postcodes</c>: reads postcodes in for all neighbourhoods at once.</summary>
static class PostcodesCommand
{
    const string Usage = """
        Usage: postcodes import FILE.csv [--dry-run]

        Reads postcodes in: the ONS Postcode Directory (columns pcds, lat, long, doterm), of which those near a boundary of a
        neighbourhood are kept, or a CSV file with the columns postcode and neighbourhood. All lines are taken in or none.

          --dry-run      only says what would be taken in, and which lines are wrong

        Exit codes: 0 done, 1 nothing was taken in, 2 the command is wrong.
        """;

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        if (args is ["--help"] or ["import", "--help"])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        if (args is not (["import", _] or ["import", _, "--dry-run"]) || args[1].StartsWith('-'))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        if (!File.Exists(args[1]))
        {
            await Console.Error.WriteLineAsync($"There is no file {args[1]}.");
            return 1;
        }

        return await ImportAsync(app, args[1], args.Length == 3);
    }

    static async Task<int> ImportAsync(WebApplication app, string path, bool tryOnly)
    {
        var watch = Stopwatch.StartNew();
        await using var database = Database.Of(app.Configuration, "PBMigrator");
        await using var db = PbContext.On(database);
        var text = app.Services.GetRequiredService<IStringLocalizer<Words>>();
        using var file = File.OpenText(path);
        try
        {
            var report = await new PostcodeDirectory(db, app.Services.GetRequiredService<TimeProvider>()).ImportAsync(file, null, tryOnly, CancellationToken.None);
            foreach (var line in report.BadLines)
                await Console.Error.WriteLineAsync($"Line {line.Number}: {text.Of(line)}");
            Console.WriteLine($"Lines: {report.Lines}. New postcodes: {report.Added}. Near a boundary: {report.Positions}. Wrong lines: {report.BadLines.Count}. {watch.Elapsed.TotalSeconds:0.0} s.");
            if (report.BadLines.Count > 0)
                await Console.Error.WriteLineAsync("Nothing was taken in.");
            else if (tryOnly)
                Console.WriteLine("Nothing was taken in: it was a dry run.");
            return report.BadLines.Count == 0 ? 0 : 1;
        }
        catch (InvalidDataException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }
}

using System.Diagnostics;
using PB.Ballots;
using PB.Data;
using PB.Jobs;
using PB.Results;
using PB.Rounds;
using PB.Tally.Files;
using PB.Web.Data;

namespace PB.Web.Rounds;

/// <summary>The subcommand <c>import</c>: a real election becomes a round, which then goes the ordinary way.</summary>
static class ElectionImportCommand
{
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        if (ElectionImportArguments.Read(args) is not { } asked)
            return 2;
        if (asked.Help)
            return 0;
        try
        {
            var made = await ImportAsync(app, asked);
            return asked.Close ? await CloseAsync(app, made) : 0;
        }
        catch (PabulibException wrong)
        {
            return await RefuseAsync($"{asked.File}, {(wrong.Line > 0 ? $"line {wrong.Line}" : "META")}: {wrong.Reason}");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(wrong.Message);
        }
    }

    static async Task<ImportedElection> ImportAsync(WebApplication app, ElectionImportArguments asked)
    {
        var watch = Stopwatch.StartNew();
        PabulibFile file;
        await using (var stream = File.OpenRead(asked.File))
            file = PabulibFile.Read(stream);
        var read = watch.Elapsed;

        await using var database = Database.Of(app.Configuration, "PBMigrator");
        await using var db = PbContext.On(database);
        var import = new ElectionImport(db, app.Services.GetRequiredService<RoundKeys>(), app.Services.GetRequiredService<TimeProvider>());
        var made = await import.ImportAsync(file, asked.Options, CancellationToken.None);

        Console.WriteLine($"Imported {made.Ballots} ballots on {made.Projects} projects in {watch.Elapsed.TotalSeconds:0.0} s ({read.TotalSeconds:0.0} s to read the file).");
        if (made.Ignored.Count > 0)
            Console.WriteLine($"Passed over, because PB has no such rule: {string.Join(", ", made.Ignored)}.");
        Console.WriteLine($"The round “{made.Title}” closes at {made.ClosesAt:yyyy-MM-dd HH:mm:ss} UTC: /rounds/{made.Slug}");
        return made;
    }

    /// <summary>Does by hand what the site's clock would do: waits for the moment of closing, counts, publishes.</summary>
    static async Task<int> CloseAsync(WebApplication app, ImportedElection made)
    {
        var wait = made.ClosesAt - app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await Task.Delay(wait > TimeSpan.Zero ? wait + TimeSpan.FromMilliseconds(50) : TimeSpan.Zero);
        var runner = app.Services.GetRequiredService<JobRunner>();
        foreach (var job in new[] { typeof(CountClosedRounds), typeof(PublishCountedRounds) })
        {
            var watch = Stopwatch.StartNew();
            var line = Timetable.Lines.Single(line => line.Job == job);
            if (await runner.RunAsync(line, CancellationToken.None) is { } error)
                return await RefuseAsync($"{line.Purpose}: {error}");
            Console.WriteLine($"{line.Purpose}: {watch.Elapsed.TotalSeconds:0.0} s.");
        }

        Console.WriteLine($"The result is at /rounds/{made.Slug}/result");
        return 0;
    }

    static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}

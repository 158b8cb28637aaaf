using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>The subcommand <c>proposals</c>: ideas in from a table, and out into one.</summary>
static class ProposalsCommand
{
    const string Usage = """
        Usage: proposals import ROUND FILE.csv [--dry-run]
               proposals export ROUND

        ROUND is the round's address, such as eastfield-2027. --dry-run says what would be taken in and keeps nothing.
        A line whose reference is in the round already is not taken in again; lines without a reference always are.
        Import ends with 0 when every line was read, 1 when some were not (the others are kept), 2 when nothing could be done.
        """;

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PbContext>();
        if (args is ["--help"] or ["import" or "export", "--help"])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        if (args is not (["import", _, _] or ["import", _, _, "--dry-run"] or ["export", _]))
            return await RefuseAsync(Usage);
        if (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(round => round.Slug == args[1]) is not { } round)
            return await RefuseAsync($"There is no round '{args[1]}'.");
        return args[0] == "export" ? await ExportAsync(db, round) : await ImportAsync(scope.ServiceProvider, round, args);
    }

    static async Task<int> ImportAsync(IServiceProvider services, Round round, string[] args)
    {
        if (!File.Exists(args[2]))
            return await RefuseAsync($"There is no file '{args[2]}'.");
        using var file = new StreamReader(args[2]);
        var text = services.GetRequiredService<IStringLocalizer<Words>>();
        var (report, refusal) = await services.GetRequiredService<ProposalImport>().RunAsync(round, file, null, args[^1] == "--dry-run", CancellationToken.None);
        if (refusal is { } why)
            return await RefuseAsync(text.Of(why, round));
        foreach (var bad in report!.Bad)
            await Console.Error.WriteLineAsync($"Line {bad.Line}: {text.Of(bad.Fault)}");
        Console.WriteLine($"{(report.TryOnly ? "Would take in" : "Took in")} {report.TakenIn}; there already: {report.ThereAlready}; cannot be read: {report.Bad.Count}.");
        return report.Bad.Count == 0 ? 0 : 1;
    }

    static async Task<int> ExportAsync(PbContext db, Round round)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(CsvTable.Of(ProposalTable.Head, await ProposalTable.RowsAsync(db, round, CancellationToken.None)));
        return 0;
    }

    static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 2;
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PB.Approvals;
using PB.Ballots;
using PB.Data;
using PB.People;
using PB.Roll;
using PB.Rounds;
using PB.Web.Data;

namespace PB.Web.Roll;

/// <summary>The subcommand <c>register</c>: reads a register in from the command line, as the staff page does.</summary>
static class RegisterCommand
{
    const string Usage = """
        Usage: register import FILE.csv --round SLUG --by EMAIL
               register import FILE.csv --round SLUG --dry-run

        Reads a register of people who may vote in a round: name, date of birth, postcode, and maybe address and number.
        Nothing but keyed hashes is kept. All lines are taken in or none. It counts when a second member of staff has
        approved it, at /desk/approvals.

          --round SLUG   the round
          --by EMAIL     the manager or administrator who asks for it
          --dry-run      only says what would be taken in, and which lines are wrong

        Exit codes: 0 done, 1 nothing was taken in, 2 the command is wrong.
        """;

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        string? Behind(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        var (round, by, dry) = (Behind("--round"), Behind("--by"), args.Contains("--dry-run"));
        if (args is ["--help"] or ["import", "--help"])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        if (args is not ["import", var file, ..] || file.StartsWith('-') || round is null || by is null == !dry)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var database = Database.Of(app.Configuration, "PBMigrator");
        await using var db = PbContext.On(database);
        if (await db.FindRoundAsync(round, CancellationToken.None) is not { } found)
            return await RefuseAsync($"There is no round {round}.");
        if (!found.Eligibility.Proofs.HasFlag(Proofs.Register))
            return await RefuseAsync($"Nobody proves themselves by a register in the round {round}.");
        var officer = dry ? null : await OfficerAsync(db, by!);
        return officer is null && !dry
            ? await RefuseAsync($"{by} is no manager or administrator.")
            : await ImportAsync(new Register(db, app.Services.GetRequiredService<RoundKeys>(), app.Services.GetRequiredService<TimeProvider>()), found, file, officer);
    }

    static async Task<int> ImportAsync(Register register, Round round, string path, Officer? officer)
    {
        if (!File.Exists(path))
            return await RefuseAsync($"There is no file {path}.");
        var watch = Stopwatch.StartNew();
        await using var file = File.OpenRead(path);
        var (report, request) = await register.ImportAsync(round, file, officer, CancellationToken.None);
        foreach (var mistake in report.BadLines)
            await Console.Error.WriteLineAsync($"Line {mistake.Line}: {Why(mistake)}");
        Console.WriteLine($"New people: {report.People}. There before: {report.Known}. Outside the round’s area: {report.Elsewhere}. Wrong lines: {report.BadLines.Count}. {watch.Elapsed.TotalSeconds:0.0} s.");
        if (!report.IsGood)
            return await RefuseAsync("Nothing was taken in.");
        Console.WriteLine(request is { } id ? $"A second person approves it at /desk/approvals/{id}"
            : officer is null ? "Nothing was taken in: it was a dry run." : "Nothing was taken in: nobody in the file is new to this round.");
        return 0;
    }

    static string Why(RegisterMistake mistake) => mistake.Why switch
    {
        RegisterFault.NoHeading => "there is no heading with name, date of birth and postcode",
        RegisterFault.NoName => "there is no name",
        RegisterFault.NoBirthday => "there is no date of birth",
        RegisterFault.NoPostcode => "there is no whole postcode",
        RegisterFault.TooFewCells => "there are fewer cells than in the heading",
        RegisterFault.Quotes => "a quotation mark is missing, or there is one too many",
        RegisterFault.Twice => $"the same person as in line {mistake.Other}",
    };

    static async Task<Officer?> OfficerAsync(PbContext db, string email)
    {
        var normal = email.ToUpperInvariant();
        return await (from person in db.Users
                      where person.NormalizedEmail == normal
                      join held in db.UserRoles on person.Id equals held.UserId
                      join r in db.Roles on held.RoleId equals r.Id
                      where r.Name == Role.NeighbourhoodManager || r.Name == Role.Administrator
                      select new Officer(person.Id, r.Name!)).FirstOrDefaultAsync();
    }

    static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}

using PB.Tally;
using PB.Tally.Files;

namespace PB.Cli;

static class TallyCommand
{
    const string Reference = "greedy_cost";

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var refusal = TallyOptions.Read(args, out var options) ?? (options.Rule == Reference ? null : $"there is no rule '{options.Rule}'");
        if (refusal is not null) return Tool.Say(error, $"pb tally: {refusal}. Try: pb tally --help", Tool.WrongUsage);
        try
        {
            var tallied = Count(options.File);
            if (options.Json) TallyJson.Write(tallied, output);
            else TallyTable.Write(tallied, output, Width());
            return Tool.Done;
        }
        catch (PabulibException wrong)
        {
            return Tool.Say(error, $"pb tally: {options.File}, line {wrong.Line}: {wrong.Reason}", Tool.WrongFile);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Tool.Say(error, $"pb tally: {wrong.Message}", Tool.WrongFile);
        }
    }

    static Tallied Count(string path)
    {
        using var stream = File.OpenRead(path);
        var file = PabulibFile.Read(stream);
        var count = Rules.Named(Reference, new(file.Currency.MinorPerMajor))!.Count(file.ToElection(ProjectOrder.Id));
        return new(count, file.InOrder(ProjectOrder.Id), file.Currency);
    }

    static int Width() => Console.IsOutputRedirected ? 100 : Math.Max(40, Console.WindowWidth);
}

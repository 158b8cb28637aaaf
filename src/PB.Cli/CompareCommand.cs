namespace PB.Cli;

static class CompareCommand
{
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var refusal = CompareOptions.Read(args, out var options);
        var desk = new Desk("compare", options.File, error);
        return refusal is not null ? desk.Misused(refusal) : desk.Run(() => Compare(desk, options, output));
    }

    static int Compare(Desk desk, CompareOptions options, TextWriter output)
    {
        var electing = desk.Read(options.IsLenient);
        IReadOnlyList<string> names = options.Rules.IsEmpty ? [.. RuleNames.Suited(electing.File.VoteType)] : options.Rules;
        if (names.Select(name => RuleNames.WhyUnfit(name, electing.File.VoteType)).FirstOrDefault(why => why is not null) is { } unfit)
            return desk.Misused(unfit);
        var comparison = new Comparison(electing, [.. names.Select(name => desk.Count(electing, Desk.RuleOf(name, electing, options.Ties), PB.Tally.Detail.Decisions))]);
        if (options.Json) ComparisonJson.Write(comparison, output);
        else new ComparisonTable(comparison, output, Terminal.Width).Write();
        return Tool.Done;
    }
}

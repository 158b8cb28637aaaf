using PB.Tally;

namespace PB.Cli;

static class TallyCommand
{
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var refusal = TallyOptions.Read(args, out var options);
        var desk = new Desk("tally", options.File, error);
        return refusal is not null ? desk.Misused(refusal) : desk.Run(() => Count(desk, options, output, error));
    }

    static int Count(Desk desk, TallyOptions options, TextWriter output, TextWriter error)
    {
        var electing = desk.Read(options.IsLenient);
        if (RuleNames.WhyUnfit(options.Rule, electing.File.VoteType) is { } unfit) return desk.Misused(unfit);
        var number = options.Explain is { } id ? electing.NumberOf(id) : null;
        if (options.Explain is not null && number is null) return desk.Misused($"{options.File} has no project '{options.Explain}'");
        var rule = Desk.RuleOf(options.Rule, electing, options.Ties);
        var tallied = desk.Count(electing, rule, number is null ? Detail.Trace : Detail.WhatIf);
        var explained = number is null ? null : Explain(tallied, number.Value, error);
        if (options.Json) TallyJson.Write(tallied, explained, output);
        else if (explained is not null) Wrapped.Write(explained, output, Terminal.Width);
        else TallyTable.Write(tallied, output, Terminal.Width);
        return Tool.Done;
    }

    static IReadOnlyList<string> Explain(Tallied tallied, int number, TextWriter error)
    {
        using var progress = Progress.Of("Finding out what it would have taken", error);
        return Explanation.Of(tallied, number);
    }
}

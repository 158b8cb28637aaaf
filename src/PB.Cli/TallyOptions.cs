namespace PB.Cli;

sealed record TallyOptions(string File, string Rule, bool Json)
{
    /// <summary>Reads the arguments; what is wrong with them, or null.</summary>
    public static string? Read(IReadOnlyList<string> args, out TallyOptions options)
    {
        options = new("", "", false);
        for (var i = 0; i < args.Count; i++)
        {
            var (arg, isLast) = (args[i], i == args.Count - 1);
            if (arg == "--json") options = options with { Json = true };
            else if (arg == "--rule" && isLast) return "--rule needs the name of a rule behind it";
            else if (arg == "--rule") options = options with { Rule = args[++i] };
            else if (arg.StartsWith("--rule=", StringComparison.Ordinal)) options = options with { Rule = arg["--rule=".Length..] };
            else if (arg.StartsWith('-')) return $"there is no option '{arg}'";
            else if (options.File.Length > 0) return $"there are two files, '{options.File}' and '{arg}'; give one";
            else options = options with { File = arg };
        }
        if (options.File.Length == 0) return "no file is given";
        return options.Rule.Length == 0 ? "no rule is given; say for example --rule greedy_cost" : null;
    }
}

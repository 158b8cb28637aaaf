namespace PB.Cli;

/// <summary>The tool <c>pb</c>: reads its arguments and gives its exit code.</summary>
public static class Tool
{
    /// <summary>The work is done.</summary>
    public const int Done = 0;

    /// <summary>The file cannot be read or is wrong.</summary>
    public const int WrongFile = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>There is nothing that could be read.</summary>
    public const int CannotRead = 3;

    /// <summary>The rule gave up: the election was too hard for it.</summary>
    public const int GaveUp = 4;

    /// <summary>Runs one command.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error) => args switch
    {
        ["--help" or "-h" or "help"] => Say(output, Texts.Help, Done),
        ["tally", ..] when args.Contains("--help") || args.Contains("-h") => Say(output, Texts.TallyHelp, Done),
        ["tally", .. var rest] => TallyCommand.Run(rest, output, error),
        ["verify", ..] when args.Contains("--help") || args.Contains("-h") => Say(output, Texts.VerifyHelp, Done),
        ["verify", .. var rest] => VerifyCommand.Run(rest, output, error),
        ["compare", ..] when args.Contains("--help") || args.Contains("-h") => Say(output, Texts.CompareHelp, Done),
        ["compare", .. var rest] => CompareCommand.Run(rest, output, error),
        [] => Say(error, Texts.Help, WrongUsage),
        [var other, ..] => Say(error, $"pb: there is no command '{other}'. Try: pb --help", WrongUsage),
    };

    internal static int Say(TextWriter writer, string text, int code)
    {
        writer.WriteLine(text);
        return code;
    }
}

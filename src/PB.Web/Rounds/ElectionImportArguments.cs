using System.Globalization;
using System.Text.RegularExpressions;
using PB.Rounds;

namespace PB.Web.Rounds;

/// <summary>What stands behind <c>import</c> on the command line.</summary>
sealed partial record ElectionImportArguments(string File, ElectionImportOptions Options, bool Close, bool Help)
{
    const string Usage = """
        Usage: import FILE.pb [options]

        Makes a round of a real election in the Pabulib format, with its projects and all its ballots.
        The site then closes, counts and publishes it by itself.

          --neighbourhood SLUG   where it is; else the neighbourhoods that the file names are made
          --title TEXT           the round's title; else the file's description
          --closes-in TIME       when voting ends: 30s (the default, from now), 2m, 1h
          --rule RULE            how to count: greedy, threshold, stop or top-up; else as the file says
          --exclusive ID,ID      projects of which at most one can be funded; can be given again
          --close                wait for the end, count and publish here, without the site
        """;

    /// <returns>Null when it cannot be understood; why has been said.</returns>
    public static ElectionImportArguments? Read(string[] args)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(Usage);
            return new("", new ElectionImportOptions { Source = "" }, Close: false, Help: true);
        }

        try
        {
            return Parse(args);
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            Console.Error.WriteLine(Usage);
            return null;
        }
    }

    static ElectionImportArguments Parse(string[] args)
    {
        if (args is not [var file, ..] || file.StartsWith('-'))
            throw new FormatException("Name the file to import.");
        var (options, close) = (new ElectionImportOptions { Source = Path.GetFileName(file) }, false);
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] == "--close")
                close = true;
            else
                options = With(options, args[i], i + 1 < args.Length ? args[++i] : throw new FormatException($"{args[i]} needs something behind it."));
        }

        return new(file, options, close, Help: false);
    }

    static ElectionImportOptions With(ElectionImportOptions options, string name, string value) => name switch
    {
        "--neighbourhood" => options with { Neighbourhood = value },
        "--title" => options with { Title = value },
        "--closes-in" => options with { ClosesIn = Time(value) },
        "--rule" => options with { Rule = Rule(value) },
        "--exclusive" => options with { Exclusive = [.. options.Exclusive, value.Split(',', StringSplitOptions.TrimEntries)] },
        _ => throw new FormatException($"There is no option '{name}'."),
    };

    static ElectionRule Rule(string value) => value switch
    {
        "greedy" => ElectionRule.Greedy,
        "threshold" => ElectionRule.Threshold,
        "stop" => ElectionRule.Stop,
        "top-up" => ElectionRule.TopUp,
        _ => throw new FormatException($"There is no rule '{value}'. There are: greedy, threshold, stop, top-up."),
    };

    static TimeSpan Time(string value)
    {
        if (Duration().Match(value) is not { Success: true } match)
            throw new FormatException($"'{value}' is not a length of time. Write 15s, 2m or 1h.");
        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "h" => TimeSpan.FromHours(number), "m" => TimeSpan.FromMinutes(number), _ => TimeSpan.FromSeconds(number) };
    }

    [GeneratedRegex("^([0-9]{1,5})([smh]?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Duration();
}

namespace PB.Cli;

/// <summary>What a command was given: one file, options with a value behind them, and switches.</summary>
sealed class Arguments
{
    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    Arguments() { }

    public string File { get; private set; } = "";

    public bool Has(string name) => values.ContainsKey(name);

    public string? Value(string name) => values.GetValueOrDefault(name);

    /// <summary>Reads the arguments; what is wrong with them, or null.</summary>
    /// <param name="args">As they were typed.</param>
    /// <param name="options">The options that a value follows, each with what the value is.</param>
    /// <param name="switches">The options that stand alone.</param>
    /// <param name="arguments">What was read, as far as it went.</param>
    public static string? Read(
        IReadOnlyList<string> args, IReadOnlyDictionary<string, string> options, IReadOnlyList<string> switches, out Arguments arguments)
    {
        arguments = new();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, given) = Split(args[i]);
            if (switches.Contains(name) && given is null) arguments.values[name] = "";
            else if (options.TryGetValue(name, out var what))
            {
                if (given is null && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)) given = args[++i];
                if (string.IsNullOrEmpty(given)) return $"{name} needs {what} behind it";
                arguments.values[name] = given;
            }
            else if (name.StartsWith('-')) return $"there is no option '{name}'";
            else if (arguments.File.Length > 0) return $"there are two files, '{arguments.File}' and '{name}'; give one";
            else arguments.File = name;
        }
        return arguments.File.Length == 0 ? "no file is given" : null;
    }

    static (string Name, string? Value) Split(string arg)
    {
        var equals = arg.StartsWith("--", StringComparison.Ordinal) ? arg.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? (arg, null) : (arg[..equals], arg[(equals + 1)..]);
    }
}

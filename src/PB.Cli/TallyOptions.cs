using PB.Tally;

namespace PB.Cli;

sealed record TallyOptions
{
    static readonly Dictionary<string, string> Valued = new(StringComparer.Ordinal)
    {
        ["--rule"] = "the name of a rule",
        ["--explain"] = "the id of a project",
        ["--ties"] = "criteria such as price,votes,number",
        ["--seed"] = "the seed of the lot",
    };

    public string File { get; private init; } = "";
    public string Rule { get; private init; } = "";
    public bool Json { get; private init; }
    public bool IsLenient { get; private init; }

    /// <summary>The id of the project to explain; null for a count of all.</summary>
    public string? Explain { get; private init; }

    public TieRule Ties { get; private init; } = TieRule.ByNumber;

    /// <summary>Reads the arguments; what is wrong with them, or null.</summary>
    public static string? Read(IReadOnlyList<string> args, out TallyOptions options)
    {
        options = new();
        if (Arguments.Read(args, Valued, ["--json", "--lenient"], out var given) is { } wrong) return wrong;
        if (TieOption.Read(given.Value("--ties"), given.Value("--seed"), out var ties) is { } tied) return tied;
        options = new()
        {
            File = given.File,
            Rule = given.Value("--rule") ?? "",
            Json = given.Has("--json"),
            IsLenient = given.Has("--lenient"),
            Explain = given.Value("--explain"),
            Ties = ties,
        };
        return options.Rule.Length == 0 ? "no rule is given; say for example --rule greedy_cost" : RuleNames.WhyUnknown(options.Rule);
    }
}

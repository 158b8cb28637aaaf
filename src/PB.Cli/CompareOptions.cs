using System.Collections.Immutable;
using PB.Tally;

namespace PB.Cli;

sealed record CompareOptions
{
    static readonly Dictionary<string, string> Valued = new(StringComparer.Ordinal)
    {
        ["--rules"] = "the names of rules, such as greedy_cost,phragmen",
        ["--ties"] = "criteria such as price,votes,number",
        ["--seed"] = "the seed of the lot",
    };

    public string File { get; private init; } = "";

    /// <summary>The rules to compare; empty for those that suit the ballots.</summary>
    public ImmutableArray<string> Rules { get; private init; } = [];

    public bool Json { get; private init; }
    public bool IsLenient { get; private init; }
    public TieRule Ties { get; private init; } = TieRule.ByNumber;

    /// <summary>Reads the arguments; what is wrong with them, or null.</summary>
    public static string? Read(IReadOnlyList<string> args, out CompareOptions options)
    {
        options = new();
        if (Arguments.Read(args, Valued, ["--json", "--lenient"], out var given) is { } wrong) return wrong;
        if (TieOption.Read(given.Value("--ties"), given.Value("--seed"), out var ties) is { } tied) return tied;
        options = new()
        {
            File = given.File,
            Rules = [.. (given.Value("--rules") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()],
            Json = given.Has("--json"),
            IsLenient = given.Has("--lenient"),
            Ties = ties,
        };
        if (options.Rules.Length == 1) return "one rule is given; name at least two to compare";
        return options.Rules.Select(RuleNames.WhyUnknown).FirstOrDefault(why => why is not null);
    }
}

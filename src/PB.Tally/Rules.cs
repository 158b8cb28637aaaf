namespace PB.Tally;

/// <summary>The rules by the names that the field uses for them.</summary>
public static class Rules
{
    /// <summary>Every name that <see cref="Named"/> knows, in the order of a list to choose from.</summary>
    public static IReadOnlyList<string> Names { get; } = ["greedy_cost", "phragmen", "maximin_support"];

    /// <summary>A rule by its name, with the options that the name stands for and otherwise those of the academic reference.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="unit">One unit of the currency, such as 100 pence: the step by which <c>add1</c> raises every voter's money.</param>
    /// <returns>The rule, in which a project without support is not required to have any, as in the reference; null if no rule has the name.</returns>
    public static Rule? Named(string name, Money unit) => name switch
    {
        "greedy_cost" => new GreedyRule { RequireSupport = false },
        "phragmen" => new PhragmenRule { RequireSupport = false },
        "maximin_support" => new MaximinSupportRule { RequireSupport = false },
        _ => null,
    };
}

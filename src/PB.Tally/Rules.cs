namespace PB.Tally;

/// <summary>The rules by the names that the field uses for them.</summary>
public static class Rules
{
    /// <summary>Every name that <see cref="Named"/> knows, in the order of a list to choose from.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "greedy_cost", "greedy_card", "greedy_points", "greedy_borda", "greedy_votes", "greedy_score_points", "greedy_score_borda",
        "maxwelfare_cost", "maxwelfare_card", "maxwelfare_points", "maxwelfare_borda",
        "knapsack",
        "phragmen", "maximin_support",
    ];

    /// <summary>
    /// A rule by its name, with the options that the name stands for and otherwise those of the academic reference. <c>greedy_votes</c> and
    /// <c>greedy_score_*</c> are cities' own.
    /// </summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="unit">One unit of the currency, such as 100 pence: the step by which <c>add1</c> raises every voter's money.</param>
    /// <returns>
    /// The rule; a project is not required to have any support, as in the reference, except in the rules that are cities' own. Null if no rule has the name.
    /// </returns>
    public static Rule? Named(string name, Money unit) => name switch
    {
        "greedy_cost" => new GreedyRule { RequireSupport = false, FreeLast = true },
        "greedy_card" => new GreedyRule { RequireSupport = false, Satisfaction = Satisfaction.Cardinality },
        "greedy_points" => new GreedyRule { RequireSupport = false, Satisfaction = Satisfaction.Points },
        "greedy_borda" => new GreedyRule { RequireSupport = false, Satisfaction = Satisfaction.Borda },
        "greedy_votes" => new GreedyRule { Order = GreedyOrder.Score },
        "greedy_score_points" => new GreedyRule { Order = GreedyOrder.Score, Satisfaction = Satisfaction.Points },
        "greedy_score_borda" => new GreedyRule { Order = GreedyOrder.Score, Satisfaction = Satisfaction.Borda },
        "maxwelfare_cost" => new WelfareRule { RequireSupport = false },
        "maxwelfare_card" => new WelfareRule { RequireSupport = false, Satisfaction = Satisfaction.Cardinality },
        "maxwelfare_points" => new WelfareRule { RequireSupport = false, Satisfaction = Satisfaction.Points },
        "maxwelfare_borda" => new WelfareRule { RequireSupport = false, Satisfaction = Satisfaction.Borda },
        "knapsack" => new KnapsackRule { RequireSupport = false },
        "phragmen" => new PhragmenRule { RequireSupport = false },
        "maximin_support" => new MaximinSupportRule { RequireSupport = false },
        _ => null,
    };
}

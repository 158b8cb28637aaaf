using PB.Tally;

namespace PB.Cli;

/// <summary>The option <c>--ties</c>: criteria in their order, such as <c>price,votes,number</c>.</summary>
static class TieOption
{
    /// <summary>Reads the option and the seed of a lot; what is wrong with them, or null.</summary>
    public static string? Read(string? criteria, string? seed, out TieRule ties)
    {
        ties = TieRule.ByNumber;
        if (criteria is null) return seed is null ? null : "--seed is for --ties lot";
        foreach (var name in criteria.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Named(name) is not { } criterion) return $"--ties knows price, votes, number and lot, not '{name}'";
            ties = ties with { Criteria = ties.Criteria.Add(criterion) };
        }
        if (ties.DrawsLots && seed is null) return "a lot needs its seed: --seed TEXT";
        if (!ties.DrawsLots && seed is not null) return "--seed is for --ties lot";
        ties = ties with { Seed = seed };
        return null;
    }

    static TieCriterion? Named(string name) => name switch
    {
        "price" => TieCriterion.Price,
        "votes" => TieCriterion.Votes,
        "number" => TieCriterion.Number,
        "lot" => TieCriterion.Lot,
        _ => null,
    };
}

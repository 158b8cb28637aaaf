using System.Collections.Immutable;

namespace PB.Tally.Shares;

/// <summary>The names of equal shares with its satisfactions and completions.</summary>
static class EqualSharesNames
{
    static readonly (string Name, Satisfaction Satisfaction)[] Satisfactions =
        [("cost", Satisfaction.Cost), ("card", Satisfaction.Cardinality), ("points", Satisfaction.Points), ("borda", Satisfaction.Borda)];

    static readonly (string Name, Increase Increase, FillUp FillUp)[] Completions =
    [
        ("", Increase.None, FillUp.None), ("_add1", Increase.OneUnit, FillUp.None), ("_add1_integral", Increase.OneUnitFromWhole, FillUp.None),
        ("_incr1pct", Increase.OnePercent, FillUp.None), ("_util", Increase.None, FillUp.Greedy), ("_add1u", Increase.OneUnit, FillUp.Greedy),
        ("_add1u_integral", Increase.OneUnitFromWhole, FillUp.Greedy), ("_incr1pct_util", Increase.OnePercent, FillUp.Greedy),
        ("_phragmen", Increase.None, FillUp.Phragmen), ("_add1_phragmen", Increase.OneUnit, FillUp.Phragmen),
        ("_add1_integral_phragmen", Increase.OneUnitFromWhole, FillUp.Phragmen), ("_incr1pct_phragmen", Increase.OnePercent, FillUp.Phragmen),
    ];

    public static ImmutableArray<string> All { get; } =
        [.. Satisfactions.SelectMany(satisfaction => Completions.Select(completion => $"mes_{satisfaction.Name}{completion.Name}"))];

    public static EqualSharesRule? Named(string name, Money unit)
    {
        foreach (var (sat, satisfaction) in Satisfactions)
            foreach (var (completion, increase, fillUp) in Completions)
                if (name == $"mes_{sat}{completion}")
                    return new() { Satisfaction = satisfaction, Increase = increase, FillUp = fillUp, Unit = unit, RequireSupport = false };
        return null;
    }

    public static string Of(EqualSharesRule rule)
    {
        var satisfaction = Satisfactions.Single(row => row.Satisfaction == rule.Satisfaction).Name;
        var completion = Completions.Single(row => row.Increase == rule.Increase && row.FillUp == rule.FillUp).Name;
        var stop = rule.StopsWhenExhaustive || rule.Increase == Increase.None ? "" : "_no_exhaustive_stop";
        return $"mes_{satisfaction}{completion}{stop}{(rule.ComparesWithGreedy ? "_comparison" : "")}";
    }
}

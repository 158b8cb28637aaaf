using System.Collections.Immutable;
using PB.Tally.Shares;

namespace PB.Tally;

/// <summary>The rules by the names that the field uses for them.</summary>
public static class Rules
{
    // A line for each name: what it stands for, given one unit of the currency.
    static readonly ImmutableArray<(string Name, Func<Money, Rule> With)> All =
    [
        ("greedy_cost", _ => new GreedyRule { FreeLast = true }.AsInTheReference()),
        ("greedy_card", _ => new GreedyRule { Satisfaction = Satisfaction.Cardinality }.AsInTheReference()),
        ("greedy_points", _ => new GreedyRule { Satisfaction = Satisfaction.Points }.AsInTheReference()),
        ("greedy_borda", _ => new GreedyRule { Satisfaction = Satisfaction.Borda }.AsInTheReference()),
        ("greedy_votes", _ => new GreedyRule { Order = GreedyOrder.Score }),
        ("greedy_score_points", _ => new GreedyRule { Order = GreedyOrder.Score, Satisfaction = Satisfaction.Points }),
        ("greedy_score_borda", _ => new GreedyRule { Order = GreedyOrder.Score, Satisfaction = Satisfaction.Borda }),
        ("maxwelfare_cost", _ => new WelfareRule().AsInTheReference()),
        ("maxwelfare_card", _ => new WelfareRule { Satisfaction = Satisfaction.Cardinality }.AsInTheReference()),
        ("maxwelfare_points", _ => new WelfareRule { Satisfaction = Satisfaction.Points }.AsInTheReference()),
        ("maxwelfare_borda", _ => new WelfareRule { Satisfaction = Satisfaction.Borda }.AsInTheReference()),
        ("knapsack", _ => new KnapsackRule().AsInTheReference()),
        ("phragmen", _ => new PhragmenRule().AsInTheReference()),
        ("maximin_support", _ => new MaximinSupportRule().AsInTheReference()),
        ("ees_card", _ => new ExactEqualSharesRule().AsInTheReference()),
        ("ees_card_addopt", _ => new ExactEqualSharesRule { AddOpt = true }.AsInTheReference()),
        ("bos", _ => new BoundedOverspendingRule().AsInTheReference()),
        ("pb_ear", _ => new EarRule().AsInTheReference()),
        ("cstv_ewt", unit => new TransferRule { PointWorth = unit }.AsInTheReference()),
        ("cstv_ewtc", unit => new TransferRule { PointWorth = unit, Selection = TransferSelection.SupportOverCost }.AsInTheReference()),
        ("cstv_ewts", unit => new TransferRule { PointWorth = unit, Selection = TransferSelection.Support }.AsInTheReference()),
        ("cstv_mt", unit => new TransferRule { PointWorth = unit, MovesLittle = true }.AsInTheReference()),
        ("cstv_mtc", unit => new TransferRule { PointWorth = unit, MovesLittle = true, Selection = TransferSelection.SupportOverCost }.AsInTheReference()),
        ("cstv_mts", unit => new TransferRule { PointWorth = unit, MovesLittle = true, Selection = TransferSelection.Support }.AsInTheReference()),
        .. Misfits("greedy_cost", new() { FreeLast = true, RequireSupport = false }),
        .. Misfits("greedy_votes", new() { Order = GreedyOrder.Score }),
        .. Misfits("greedy_score_points", new() { Order = GreedyOrder.Score, Satisfaction = Satisfaction.Points }),
        .. Misfits("greedy_score_borda", new() { Order = GreedyOrder.Score, Satisfaction = Satisfaction.Borda }),
        .. EqualSharesNames.All.Select(name => (name, (Func<Money, Rule>)(unit => EqualSharesNames.Named(name, unit)!))),
    ];

    /// <summary>Every name that <see cref="Named"/> knows, in the order of a list to choose from.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(rule => rule.Name)];

    /// <summary>
    /// A rule by its name, with the options that the name stands for and otherwise those of the academic reference. <c>greedy_votes</c>,
    /// <c>greedy_score_*</c> and the endings <c>_stop</c>, <c>_part_fund</c> and <c>_top_up</c> (see <see cref="WhenItDoesNotFit"/>) are cities' own.
    /// </summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="unit">One unit of the currency, such as 100 pence: the step by which <c>add1</c> raises every voter's money.</param>
    /// <returns>
    /// The rule; a project is not required to have any support, as in the reference, except in the rules that are cities' own. Null if no rule has the name.
    /// </returns>
    public static Rule? Named(string name, Money unit) => All.FirstOrDefault(rule => rule.Name == name).With?.Invoke(unit);

    // Cities' ways with the first project that does not fit.
    static IEnumerable<(string, Func<Money, Rule>)> Misfits(string stem, GreedyRule rule) =>
    [
        ($"{stem}_stop", _ => rule with { WhenItDoesNotFit = WhenItDoesNotFit.Stop }),
        ($"{stem}_part_fund", _ => rule with { WhenItDoesNotFit = WhenItDoesNotFit.PartFund }),
        ($"{stem}_top_up", _ => rule with { WhenItDoesNotFit = WhenItDoesNotFit.TopUp }),
    ];

    static Rule AsInTheReference(this Rule rule) => rule with { RequireSupport = false };
}

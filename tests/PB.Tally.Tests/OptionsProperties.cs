using System.Text.Json;

namespace PB.Tally.Tests;

/// <summary>What options promise, for every rule that has a name. Each case is counted once for all the promises that look at that count.</summary>
public sealed class OptionsProperties
{
    static readonly (string Promise, Func<EveryRule, Count, bool> Holds)[] OfACount =
    [
        ("no more is spent than the budget and what a reserve gives", (it, count) => count.Spent == Sum(count.Steps) && count.Spent - Reserve(count) <= it.Election.Budget),
        ("every project has one line", (it, count) => count.Rule == it.Rule.Name
            && count.Steps.Select(step => step.Number).Order().SequenceEqual(it.Election.Projects.Select(project => project.Number))),
        ("a ceiling is never passed", CeilingsHold),
        ("what people decided beforehand stands", (it, count) => it.Rule.Beforehand.All(decision => count.Of(decision.Number) is var step && step.Reason == "because"
            && step.Outcome == (decision.IsFunded ? Outcome.FundedBeforehand : Outcome.ExcludedBeforehand)
            && step.Awarded == (decision.IsFunded ? step.Cost : Money.Zero))),
        ("of an exclusive group at most one wins", (it, count) => it.Rule.ExclusiveGroups.All(group => group.Count(count.Funded.Contains) <= 1)),
        ("nothing is funded without the votes that all and its areas ask for", (it, count) => count.Steps.Where(step => step.Outcome == Outcome.Funded)
            .All(step => step.Votes >= Math.Max(it.Rule.MinimumVotes, it.Rule.RequireSupport ? 1 : 0)
                && it.Rule.Areas.Where(area => area.Numbers.Contains(step.Number)).All(area => step.Votes >= area.MinimumVotes))),
        ("the money runs on from line to line", MoneyRunsOn),
        ("written as JSON and read again it is the same to the byte", (_, count) => JsonSerializer.Serialize(count) is var json
            && JsonSerializer.Deserialize<Count>(json)! is var read && read == count && JsonSerializer.Serialize(read) == json),
    ];

    public static TheoryData<string> Names => [.. Rules.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_count_keeps_what_its_options_promise(string name) => EveryRule.Check(name, it =>
    {
        var count = it.Count();
        return Array.Find(OfACount, one => !one.Holds(it, count)).Promise is { } broken ? throw new InvalidOperationException($"Not so: {broken}.") : true;
    });

    [Theory, MemberData(nameof(Names))]
    public void What_the_rule_funds_in_an_area_alone_with_what_is_set_aside_is_funded(string name) => EveryRule.Check(name, it =>
    {
        if (it.Rule.Areas is not [var area, ..] || area.AtLeast == Money.Zero) return true;
        var rule = it.Rule with { Areas = [area], Beforehand = [] };
        var others = it.Election.Projects.Select(project => project.Number).Except(area.Numbers).Select(number => new Beforehand(number, false, "elsewhere"));
        // What is set aside is given in whole costs.
        var whole = rule is GreedyRule { WhenItDoesNotFit: not WhenItDoesNotFit.Skip } greedy ? greedy with { WhenItDoesNotFit = WhenItDoesNotFit.Stop } : rule;
        var alone = (whole with { Areas = [area with { AtLeast = Money.Zero }], Beforehand = [.. others] }).Count(it.Election with { Budget = area.AtLeast });
        var funded = rule.Count(it.Election).Funded.ToHashSet();
        return alone.Funded.All(funded.Contains);
    });

    [Theory, MemberData(nameof(Names))]
    public void Neither_how_much_is_told_nor_the_order_and_grouping_of_ballots_changes_what_is_funded_or_tied(string name) => EveryRule.Check(
        name,
        it =>
        {
            var (count, least, most) = (it.Count(), it.Rule.Count(it.Election, Detail.Decisions), it.Rule.Count(it.Election, Detail.WhatIf));
            var single = it.Election.Ballots.Reverse().SelectMany(ballot => Enumerable.Repeat(ballot with { Times = 1 }, ballot.Times));
            return count.Funded.SequenceEqual(least.Funded) && count.Funded.SequenceEqual(most.Funded)
                && count.Ties.SequenceEqual(least.Ties) && count.Ties.SequenceEqual(most.Ties)
                && it.Rule.Count(it.Election with { Projects = [.. it.Election.Projects.Reverse()], Ballots = [.. single] }) == count;
        },
        40);

    static bool CeilingsHold(EveryRule it, Count count) => it.Rule.Areas.Where(area => area.AtMost is not null).All(area =>
    {
        var inside = count.Steps.Where(step => area.Numbers.Contains(step.Number)).ToList();
        return Sum(inside) <= area.AtMost!.Value || inside.All(step => step.Awarded == Money.Zero || step.Outcome == Outcome.FundedBeforehand);
    });

    static bool MoneyRunsOn(EveryRule it, Count count)
    {
        var (left, isUnbroken) = (it.Election.Budget, true);
        foreach (var step in count.Steps)
        {
            isUnbroken &= step.MoneyBefore == left && step.MoneyAfter == (step.Outcome == Outcome.ToppedUp ? Money.Zero : left - step.Awarded) && !step.MoneyAfter.IsNegative;
            left = step.MoneyAfter;
        }
        return isUnbroken;
    }

    static Money Reserve(Count count) => count.Steps.Aggregate(Money.Zero, (sum, step) => sum + step.FromReserve);

    static Money Sum(IEnumerable<Step> steps) => steps.Aggregate(Money.Zero, (sum, step) => sum + step.Awarded);
}

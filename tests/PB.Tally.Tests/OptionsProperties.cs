using System.Text.Json;

namespace PB.Tally.Tests;

/// <summary>What options promise, for every rule that has a name.</summary>
public sealed class OptionsProperties
{
    public static TheoryData<string> Names => [.. Rules.Names];

    [Theory, MemberData(nameof(Names))]
    public void No_more_is_spent_than_the_budget_and_every_project_has_one_line(string name) => EveryRule.Check(name, it =>
    {
        var count = it.Count();
        return count.Rule == it.Rule.Name && count.Spent <= it.Election.Budget && count.Spent == Sum(count.Steps)
            && count.Steps.Select(step => step.Number).Order().SequenceEqual(it.Election.Projects.Select(project => project.Number));
    });

    [Theory, MemberData(nameof(Names))]
    public void A_ceiling_is_never_passed(string name) => EveryRule.Check(name, it =>
    {
        var count = it.Count();
        return it.Rule.Areas.Where(area => area.AtMost is not null).All(area =>
        {
            var inside = count.Steps.Where(step => area.Numbers.Contains(step.Number)).ToList();
            return Sum(inside) <= area.AtMost!.Value || inside.All(step => step.Awarded == Money.Zero || step.Outcome == Outcome.FundedBeforehand);
        });
    });

    [Theory, MemberData(nameof(Names))]
    public void What_the_rule_funds_in_an_area_alone_with_what_is_set_aside_is_funded(string name) => EveryRule.Check(name, it =>
    {
        if (it.Rule.Areas is not [var area, ..]) return true;
        var rule = it.Rule with { Areas = [area], Beforehand = [] };
        var others = it.Election.Projects.Select(project => project.Number).Except(area.Numbers).Select(number => new Beforehand(number, false, "elsewhere"));
        var alone = (rule with { Areas = [area with { AtLeast = Money.Zero }], Beforehand = [.. others] }).Count(it.Election with { Budget = area.AtLeast });
        var funded = rule.Count(it.Election).Funded.ToHashSet();
        return area.AtLeast == Money.Zero || alone.Funded.All(funded.Contains);
    });

    [Theory, MemberData(nameof(Names))]
    public void What_people_decided_beforehand_stands(string name) => EveryRule.Check(name, it =>
    {
        var count = it.Count();
        return it.Rule.Beforehand.All(decision => count.Of(decision.Number) is var step && step.Reason == "because"
            && step.Outcome == (decision.IsFunded ? Outcome.FundedBeforehand : Outcome.ExcludedBeforehand)
            && step.Awarded == (decision.IsFunded ? step.Cost : Money.Zero));
    });

    [Theory, MemberData(nameof(Names))]
    public void Of_an_exclusive_group_at_most_one_wins(string name) => EveryRule.Check(name, it =>
    {
        var funded = it.Count().Funded.ToHashSet();
        return it.Rule.ExclusiveGroups.All(group => group.Count(funded.Contains) <= 1);
    });

    [Theory, MemberData(nameof(Names))]
    public void Nothing_is_funded_without_the_votes_that_all_and_its_areas_ask_for(string name) => EveryRule.Check(name, it =>
        it.Count().Steps.Where(step => step.Outcome == Outcome.Funded).All(step => step.Votes >= Math.Max(it.Rule.MinimumVotes, it.Rule.RequireSupport ? 1 : 0)
            && it.Rule.Areas.Where(area => area.Numbers.Contains(step.Number)).All(area => step.Votes >= area.MinimumVotes)));

    [Theory, MemberData(nameof(Names))]
    public void How_much_is_told_never_changes_what_is_funded_or_tied(string name) => EveryRule.Check(name, it =>
    {
        var (count, least, most) = (it.Count(), it.Rule.Count(it.Election, Detail.Decisions), it.Rule.Count(it.Election, Detail.WhatIf));
        return count.Funded.SequenceEqual(least.Funded) && count.Funded.SequenceEqual(most.Funded)
            && count.Ties.SequenceEqual(least.Ties) && count.Ties.SequenceEqual(most.Ties);
    });

    [Theory, MemberData(nameof(Names))]
    public void The_order_and_the_grouping_of_ballots_change_nothing(string name) => EveryRule.Check(name, it =>
    {
        var single = it.Election.Ballots.Reverse().SelectMany(ballot => Enumerable.Repeat(ballot with { Times = 1 }, ballot.Times));
        return it.Rule.Count(it.Election with { Projects = [.. it.Election.Projects.Reverse()], Ballots = [.. single] }) == it.Count();
    });

    [Theory, MemberData(nameof(Names))]
    public void Written_as_json_and_read_again_a_count_is_the_same_to_the_byte(string name) => EveryRule.Check(name, it =>
    {
        var json = JsonSerializer.Serialize(it.Count());
        var read = JsonSerializer.Deserialize<Count>(json)!;
        return read == it.Count() && JsonSerializer.Serialize(read) == json;
    });

    [Theory, MemberData(nameof(Names))]
    public void The_money_runs_on_from_line_to_line(string name) => EveryRule.Check(name, it =>
    {
        var (left, isUnbroken) = (it.Election.Budget, true);
        foreach (var step in it.Count().Steps)
        {
            isUnbroken &= step.MoneyBefore == left && step.MoneyAfter == left - step.Awarded && !step.MoneyAfter.IsNegative;
            left = step.MoneyAfter;
        }
        return isUnbroken;
    });

    static Money Sum(IEnumerable<Step> steps) => steps.Aggregate(Money.Zero, (sum, step) => sum + step.Awarded);
}

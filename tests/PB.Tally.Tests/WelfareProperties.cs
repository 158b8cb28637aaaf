namespace PB.Tally.Tests;

public sealed class WelfareProperties
{
    [Fact]
    public void The_set_is_the_first_of_the_best_of_all_that_can_be_paid_for() => Generated.Check(it =>
    {
        var rule = RuleOf(it);
        var sets = new Sets(it.Election, rule);
        return rule.Count(it.Election).Steps.Where(step => step.Outcome == Outcome.Funded).Select(step => step.Number).ToHashSet().SetEquals(sets.First);
    });

    [Fact]
    public void A_tie_is_recorded_exactly_where_another_best_set_has_a_project_that_this_one_lacks() => Generated.Check(it =>
    {
        var rule = RuleOf(it);
        var sets = new Sets(it.Election, rule);
        var others = sets.Best.Where(set => !set.IsSubsetOf(sets.First)).ToList();
        var ties = rule.Count(it.Election).Ties;
        // Each project of another best set that this one lacks is named, and at least one that gave way.
        return ties.Length == (others.Count > 0 ? 1 : 0)
            && ties.All(tie => others.SelectMany(set => set.Except(sets.First)).ToHashSet().SetEquals(tie.Numbers.Except(sets.First)) && tie.Numbers.Any(sets.First.Contains));
    });

    [Fact]
    public void The_order_of_projects_and_ballots_changes_nothing() => Generated.Check(it =>
    {
        var turned = it.Election with { Projects = [.. it.Election.Projects.Reverse()], Ballots = [.. it.Election.Ballots.Reverse()] };
        return RuleOf(it).Count(turned) == RuleOf(it).Count(it.Election);
    });

    static WelfareRule RuleOf(Generated it) => new()
    {
        Satisfaction = it.Rule.Satisfaction,
        RequireSupport = it.Rule.RequireSupport,
        MinimumVotes = it.Rule.MinimumVotes,
        ExclusiveGroups = it.Rule.ExclusiveGroups,
        Areas = [.. it.Rule.Areas.Select(area => area with { AtLeast = Money.Zero })],
        Beforehand = it.Rule.Beforehand,
        Ties = it.Rule.Ties,
    };
}

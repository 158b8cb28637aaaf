using System.Text.Json;

namespace PB.Tally.Tests;

public sealed class GreedyProperties
{
    [Fact]
    public void The_order_of_projects_and_ballots_changes_nothing() => Generated.Check(it =>
    {
        var isOrdered = it.Election.Kind == BallotKind.Ranking;
        var ballots = it.Election.Ballots.OrderBy(ballot => ballot.Numbers.Length)
            .Select(ballot => isOrdered ? ballot : ballot with { Numbers = [.. ballot.Numbers.Reverse()], Points = [.. ballot.Points.Reverse()] });
        var turned = it.Election with { Projects = [.. it.Election.Projects.Reverse()], Ballots = [.. ballots] };
        return it.Rule.Count(turned) == it.Count();
    });

    [Fact]
    public void Grouping_ballots_changes_nothing() => Generated.Check(it =>
    {
        var single = it.Election with { Ballots = [.. it.Election.Ballots.SelectMany(ballot => Enumerable.Repeat(ballot with { Times = 1 }, ballot.Times))] };
        return it.Rule.Count(single) == it.Count();
    });

    [Fact]
    public void No_more_is_spent_than_the_budget_and_what_the_reserve_gives() => Generated.Check(it =>
    {
        var count = it.Count();
        var reserve = count.Steps.Aggregate(Money.Zero, (sum, step) => sum + step.FromReserve);
        var isReserveRightful = it.Rule.WhenItDoesNotFit == WhenItDoesNotFit.TopUp || reserve == Money.Zero;
        return count.Spent - reserve <= it.Election.Budget && isReserveRightful && count.Steps.Count(step => step.FromReserve > Money.Zero) <= 1;
    });

    [Fact]
    public void The_money_runs_on_from_line_to_line() => Generated.Check(it =>
    {
        var (left, isUnbroken) = (it.Election.Budget, true);
        foreach (var step in it.Count().Steps)
        {
            isUnbroken &= step.MoneyBefore == left && step.MoneyAfter == left - (step.Awarded - step.FromReserve) && !step.MoneyAfter.IsNegative;
            left = step.MoneyAfter;
        }
        return isUnbroken;
    });

    [Fact]
    public void One_more_vote_never_harms_a_project() => Generated.Check(it =>
    {
        var before = it.Count();
        return it.Election.Projects.All(project =>
            it.Rule.Count(it.Election.WithVotes(1, project.Number)).Of(project.Number).Awarded >= before.Of(project.Number).Awarded);
    });

    [Fact]
    public void Of_an_exclusive_group_at_most_one_wins() => Generated.Check(it =>
    {
        var winners = it.Count().Steps.Where(step => step.Outcome is Outcome.Funded or Outcome.ToppedUp or Outcome.PartFunded).Select(step => step.Number).ToHashSet();
        return it.Rule.ExclusiveGroups.All(group => group.Count(winners.Contains) <= 1);
    });

    [Fact]
    public void So_many_votes_more_fund_a_loser_and_one_less_does_not() => Generated.Check(it => it.Count().Steps.All(step =>
        step.IsFunded || it.Rule.Satisfaction is Satisfaction.Points or Satisfaction.Borda ? step.VotesShort is null
        : step.VotesShort is not { } votes ? !IsFundedWith(it, step, 1000)
        : votes >= 1 && IsFundedWith(it, step, votes) && (votes == 1 || !IsFundedWith(it, step, votes - 1))));

    [Fact]
    public void So_much_cheaper_funds_a_loser_and_a_penny_less_does_not() => Generated.Check(it => it.Count().Steps.All(step =>
        step.IsFunded ? step.CheaperBy is null
        : IsBelowZero(it, step.Number) || Enumerable.Range(0, (int)step.Cost.MinorUnits).All(cost =>
            // Put last for being free, a project may lose what it would win for a penny.
            cost == 0 && it.Rule.FreeLast && step.CheaperBy != step.Cost
            || it.Rule.Count(it.Election.Costing(step.Number, cost)).Of(step.Number).IsFunded
            == (step.CheaperBy is { } off && cost <= (step.Cost - off).MinorUnits))));

    [Fact]
    public void Written_as_json_and_read_again_a_count_is_the_same_to_the_byte() => Generated.Check(it =>
    {
        var json = JsonSerializer.Serialize(it.Count());
        var read = JsonSerializer.Deserialize<Count>(json)!;
        return read == it.Count() && JsonSerializer.Serialize(read) == json;
    });

    [Fact]
    public void A_rule_written_as_json_counts_the_same_when_read() => Generated.Check(it =>
        JsonSerializer.Deserialize<GreedyRule>(JsonSerializer.Serialize(it.Rule))!.Count(it.Election) == it.Count());

    static bool IsFundedWith(Generated it, Step step, int votes) =>
        it.Rule.Count(it.Election.WithVotes(votes, step.Number)).Of(step.Number).IsFunded;

    static bool IsBelowZero(Generated it, int number) =>
        it.Rule.Satisfaction == Satisfaction.Points && it.Election.Ballots.Sum(ballot => ballot.Times * ballot.Numbers.Zip(ballot.Points).Where(pair => pair.First == number).Sum(pair => pair.Second)) < 0;
}

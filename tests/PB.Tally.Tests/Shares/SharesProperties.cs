using System.Text.Json;

namespace PB.Tally.Tests.Shares;

public sealed class SharesProperties
{
    [Fact]
    public void The_count_is_that_of_the_plain_method() => SharesCase.Check(
        it =>
        {
            var plain = new PlainShares(it.Election, it.Rule);
            var (funded, count) = (plain.Funded(), it.Count());
            return count.Funded.Take(funded.Count).SequenceEqual(funded) && count.Increases == plain.Increases && count.EachVoterHad == plain.Start()
                && (it.Rule.FillUp != FillUp.None || count.Funded.Count() == funded.Count);
        },
        800);

    [Fact]
    public void The_order_and_the_grouping_of_ballots_and_projects_change_nothing() => SharesCase.Check(it =>
    {
        var single = it.Election.Ballots.SelectMany(ballot => Enumerable.Repeat(ballot with { Times = 1 }, ballot.Times)).Reverse();
        var turned = it.Election with { Projects = [.. it.Election.Projects.Reverse()], Ballots = [.. single] };
        return it.Rule.Count(turned) == it.Count();
    });

    [Fact]
    public void Every_group_that_could_pay_for_a_project_is_represented_up_to_that_project() => SharesCase.Check(it =>
    {
        var rule = it.Rule with { MinimumVotes = 0, ExclusiveGroups = [], Areas = [] };
        var count = rule.Count(it.Election);
        // From whole units of money voters may begin, and end, with less than their share.
        return count.EachVoterHad < new Fraction(it.Election.Budget.MinorUnits, Math.Max(1, count.Ballots)) || Representation.Check(it.Election, count, rule.Satisfaction).IsEmpty;
    });

    [Fact]
    public void How_much_is_told_changes_nothing_but_what_is_told() => SharesCase.Check(it =>
    {
        var (told, bare) = (it.Count(), it.Count(Detail.Decisions));
        return told.Funded.SequenceEqual(bare.Funded) && told.Ties.SequenceEqual(bare.Ties) && bare.Steps.All(step => step.Why is null)
            && told.Steps.Select(step => step.Outcome).SequenceEqual(bare.Steps.Select(step => step.Outcome));
    });

    [Fact]
    public void Amounts_in_another_currency_fund_the_same() => SharesCase.Check(it =>
    {
        var scaled = it.Election with
        {
            Budget = new(7 * it.Election.Budget.MinorUnits),
            Projects = [.. it.Election.Projects.Select(project => project with { Cost = new(7 * project.Cost.MinorUnits) })],
        };
        var areas = it.Rule.Areas.Select(area => area with { AtMost = area.AtMost is { } most ? new Money(7 * most.MinorUnits) : null });
        var rule = it.Rule with { Unit = new(7 * it.Rule.Unit.MinorUnits), Areas = [.. areas] };
        return rule.Count(scaled).Funded.SequenceEqual(it.Count().Funded);
    });

    [Fact]
    public void Written_as_json_and_read_again_a_count_is_the_same_to_the_byte() => SharesCase.Check(it =>
    {
        var json = JsonSerializer.Serialize(it.Count());
        var read = JsonSerializer.Deserialize<Count>(json)!;
        return read == it.Count() && JsonSerializer.Serialize(read) == json
            && JsonSerializer.Deserialize<EqualSharesRule>(JsonSerializer.Serialize(it.Rule))!.Count(it.Election) == it.Count();
    });
}

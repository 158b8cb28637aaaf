using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace PB.Tally.Tests;

/// <summary>An election and a rule of few projects, small costs and few voters, so that ties, misfits and rivals are common.</summary>
public sealed record Generated(Election Election, GreedyRule Rule)
{
    static readonly Gen<ImmutableArray<int>> SomeCriteria =
        Gen.Elements<ImmutableArray<int>>([], [0], [1], [3], [2, 1], [1, 3], [1, 0]);

    static Gen<TieRule> Ties => SomeCriteria.Select(some => TieRule.By([.. some.Select(criterion => (TieCriterion)criterion)]).WithSeed("dice"));

    static Gen<Generated> All =>
        from count in Gen.Choose(1, 6)
        from costs in Gen.ArrayOf(Gen.Choose(0, 12), count)
        from budget in Gen.Choose(0, 25)
        from kind in Gen.Elements(BallotKind.Approval, BallotKind.Approval, BallotKind.Points, BallotKind.Ranking)
        from ballots in Gen.ListOf(Ballots(count, kind))
        from rule in Rules(count)
        from some in Options.Of(count, costs, budget)
        from least in Gen.Elements(0, 0, 3, 8)
            // What else than skipping does with what is set aside has no counterfactuals; the properties of every rule look at it.
        let options = rule.WhenItDoesNotFit == WhenItDoesNotFit.Skip ? some.SettingAside(least) : some
        from order in Orders(kind)
        let projects = costs.Select((cost, i) => new Project(i + 1, new(cost)))
        select new Generated(new(new(budget), [.. projects], [.. ballots.Take(8)]) { Kind = kind }, options.On(rule with
        {
            Satisfaction = order.Satisfaction,
            Order = order.Order,
            MinimumScore = order.MinimumScore,
            FreeLast = order.FreeLast,
        }));

    static Gen<GreedyRule> Orders(BallotKind kind) =>
        from satisfaction in Gen.Elements(Satisfaction.Cost, Satisfaction.Cardinality, kind switch
        {
            BallotKind.Points => Satisfaction.Points,
            BallotKind.Ranking => Satisfaction.Borda,
            BallotKind.Approval => Satisfaction.Cost,
        })
        from order in Gen.Elements(GreedyOrder.PerCost, GreedyOrder.PerCost, GreedyOrder.Score)
        from minimum in Gen.Elements<long?>(null, null, 0, 4)
        from freeLast in Gen.Elements(false, false, true)
        select new GreedyRule { Satisfaction = satisfaction, Order = order, MinimumScore = minimum, FreeLast = freeLast };

    /// <summary>Checks a property on many cases; a failure shows the smallest case found.</summary>
    public static void Check(Func<Generated, bool> holds, int times = 300) => All.Check(holds, times);

    public Count Count() => Rule.Count(Election);

    public override string ToString() =>
        $"budget {Election.Budget.MinorUnits}; projects {string.Join(" ", Election.Projects.Select(project => $"{project.Number}:{project.Cost.MinorUnits}"))}; "
        + $"ballots {string.Join(" ", Election.Ballots.Select(ballot => $"{ballot.Times}x[{string.Join(",", ballot.Numbers)}|{string.Join(",", ballot.Points)}]"))}; "
        + $"{Rule}; areas {string.Join(" ", Rule.Areas.Select(area => $"{area.Name}[{string.Join(",", area.Numbers)}] {area}"))}; before {string.Join(" ", Rule.Beforehand)}; groups {string.Join(" ", Rule.ExclusiveGroups.Select(group => $"[{string.Join(",", group)}]"))}; ties {string.Join(",", Rule.Ties.Criteria)}";

    static Gen<Ballot> Ballots(int projects, BallotKind kind) =>
        from mask in Gen.Choose(0, (1 << projects) - 1)
        from times in Gen.Choose(1, 3)
        from points in Gen.ArrayOf(Gen.Choose(-1, 4), projects)
        let numbers = Enumerable.Range(1, projects).Where(number => (mask >> (number - 1) & 1) == 1).OrderBy(number => kind == BallotKind.Ranking ? points[number - 1] : 0)
        select new Ballot([.. numbers], times) { Points = [.. numbers.Select(number => (long)points[number - 1])] };

    static Gen<GreedyRule> Rules(int projects) =>
        from misfit in Gen.Elements(Enum.GetValues<WhenItDoesNotFit>())
        from minimum in Gen.Elements(0, 0, 3)
        from percent in Gen.Elements(1, 50, 80, 100)
        from support in Gen.Elements(true, false)
        from ties in Ties
        from groups in Gen.ListOf(Gen.SubListOf(Enumerable.Range(1, projects)))
        select new GreedyRule
        {
            WhenItDoesNotFit = misfit,
            MinimumVotes = minimum,
            MinimumSharePercent = percent,
            RequireSupport = support,
            Ties = ties,
            ExclusiveGroups = [.. groups.Take(1).Select(rivals => rivals.ToImmutableArray())],
        };
}

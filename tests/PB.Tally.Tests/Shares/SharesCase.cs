using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace PB.Tally.Tests.Shares;

/// <summary>An election for equal shares, small and nasty: few costs and ballots, so that ties, empty purses and exact fits are common.</summary>
public sealed record SharesCase(Election Election, EqualSharesRule Rule)
{
    static Gen<SharesCase> All =>
        from projects in Gen.Choose(1, 7)
        from dearest in Gen.Elements(1, 3, 20, 200)
        from costs in Gen.ArrayOf(Gen.Choose(0, dearest), projects)
        from budget in Gen.Choose(0, 3 * dearest)
        from satisfaction in Gen.Elements(Enum.GetValues<Satisfaction>())
        from isSingle in Gen.Elements(false, false, true)
        from ballots in Gen.ListOf(Ballots(projects, isSingle))
        from rule in Rules(projects, satisfaction)
        select new SharesCase(
            new(new(budget), [.. costs.Select((cost, i) => new Project(i + 1, new(cost)))], [.. ballots.Take(12)]) { Kind = KindOf(satisfaction) },
            rule);

    /// <summary>Checks a property on many cases; a failure shows the smallest case found.</summary>
    public static void Check(Func<SharesCase, bool> holds, int times = 300) => All.Check(holds, times);

    public Count Count(Detail detail = Detail.Trace) => Rule.Count(Election, detail);

    public override string ToString() =>
        $"budget {Election.Budget.MinorUnits}; projects {string.Join(" ", Election.Projects.Select(project => $"{project.Number}:{project.Cost.MinorUnits}"))}; "
        + $"ballots {string.Join(" ", Election.Ballots.Select(ballot => $"{ballot.Times}x[{string.Join(",", ballot.Numbers)}|{string.Join(",", ballot.Points.IsDefault ? [] : ballot.Points)}]"))}; "
        + $"{Rule}; groups {string.Join(" ", Rule.ExclusiveGroups.Select(group => $"[{string.Join(",", group)}]"))}; "
        + $"areas {string.Join(" ", Rule.Areas.Select(area => $"[{string.Join(",", area.Numbers)}]<={area.AtMost}"))}";

    static BallotKind KindOf(Satisfaction satisfaction) => satisfaction switch
    {
        Satisfaction.Points => BallotKind.Points,
        Satisfaction.Borda => BallotKind.Ranking,
        _ => BallotKind.Approval,
    };

    static Gen<Ballot> Ballots(int projects, bool isSingle) =>
        from order in Gen.Shuffle(Enumerable.Range(1, projects))
        from length in isSingle ? Gen.Constant(1) : Gen.Choose(0, projects)
        from points in Gen.ArrayOf(Gen.Choose(-1, 5), length)
        from times in Gen.Choose(1, 4)
        select new Ballot([.. order.Take(length)], times) { Points = [.. points.Select(some => (long)some)] };

    static Gen<EqualSharesRule> Rules(int projects, Satisfaction satisfaction) =>
        from increase in Gen.Elements(Enum.GetValues<Increase>())
        from fillUp in Gen.Elements(FillUp.None, FillUp.None, FillUp.Greedy, FillUp.Phragmen)
        from unit in Gen.Elements(1, 1, 3, 10)
        from stops in Gen.Elements(true, true, false)
        from minimum in Gen.Elements(0, 0, 0, 3)
        from rivals in Gen.ListOf(Gen.SubListOf(Enumerable.Range(1, projects)))
        from ceiling in Gen.Choose(0, 60)
        select new EqualSharesRule
        {
            Satisfaction = satisfaction,
            Increase = increase,
            FillUp = fillUp,
            Unit = new(unit),
            StopsWhenExhaustive = stops,
            MinimumVotes = minimum,
            ExclusiveGroups = ceiling % 4 == 0 ? [.. rivals.Take(1).Select(some => some.ToImmutableArray())] : [],
            Areas = ceiling % 5 == 0 ? [.. rivals.Skip(1).Take(1).Select(some => new Area("East", [.. some]) { AtMost = new(ceiling) })] : [],
        };
}

using FsCheck;
using FsCheck.Fluent;

namespace PB.Tally.Tests;

/// <summary>An election for each kind of ballots, and a rule by its name with options that every rule has.</summary>
public sealed record EveryRule(Election Election, Rule Rule)
{
    // Every ballot gives away as much, since some rules ask for that.
    const int PointsOfABallot = 12;

    /// <summary>Checks a property of the rule of this name on many cases; a failure shows the smallest case found.</summary>
    public static void Check(string name, Func<EveryRule, bool> holds, int times = 60) => All(name).Check(holds, times);

    public Count Count() => Rule.Count(Election);

    public override string ToString() =>
        $"budget {Election.Budget.MinorUnits}; projects {string.Join(" ", Election.Projects.Select(project => $"{project.Number}:{project.Cost.MinorUnits}"))}; "
        + $"ballots {string.Join(" ", Election.Ballots.Select(ballot => $"{ballot.Times}x[{string.Join(",", ballot.Numbers)}|{string.Join(",", ballot.Points)}]"))}; {Rule.Name}; "
        + $"votes {Rule.MinimumVotes}; support {Rule.RequireSupport}; groups {string.Join(" ", Rule.ExclusiveGroups.Select(group => $"[{string.Join(",", group)}]"))}; "
        + $"areas {string.Join(" ", Rule.Areas.Select(area => $"[{string.Join(",", area.Numbers)}] {area.AtLeast.MinorUnits}-{area.AtMost?.MinorUnits} {area.MinimumVotes}"))}; "
        + $"before {string.Join(" ", Rule.Beforehand)}";

    static BallotKind KindOf(string name) =>
        name.Contains("points", StringComparison.Ordinal) || name.Contains("cstv", StringComparison.Ordinal) ? BallotKind.Points
        : name.Contains("borda", StringComparison.Ordinal) || name.Contains("pb_ear", StringComparison.Ordinal) ? BallotKind.Ranking
        : BallotKind.Approval;

    static Gen<EveryRule> All(string name) =>
        from count in Gen.Choose(1, 6)
        from costs in Gen.ArrayOf(Gen.Choose(0, 12), count)
        from budget in Gen.Choose(0, 25)
        from ballots in Gen.ListOf(Ballots(count, KindOf(name)))
        from rule in Gen.Constant(Rules.Named(name, new Money(1))!)
        from minimum in Gen.Elements(0, 0, 2)
        from support in Gen.Elements(true, false)
        from rivals in Gen.SubListOf(Enumerable.Range(1, count))
        from options in Options.Of(count, costs, budget)
        from areas in Gen.CollectToSequence(options.Areas, area => Gen.Elements(0, 3, 8).Select(least => area with { AtLeast = new(Math.Min(least, area.AtMost?.MinorUnits ?? budget)) }))
        select new EveryRule(
            new(new(budget), [.. costs.Select((cost, i) => new Project(i + 1, new(cost)))], [.. ballots.Take(6)]) { Kind = KindOf(name) },
            options.On(rule) with { MinimumVotes = minimum, RequireSupport = support, ExclusiveGroups = [[.. rivals.Take(3)]], Areas = [.. areas] });

    static Gen<Ballot> Ballots(int projects, BallotKind kind) =>
        from mask in Gen.Choose(1, (1 << projects) - 1)
        from times in Gen.Choose(1, 2)
        from turn in Gen.Choose(0, projects)
        let numbers = Enumerable.Range(1, projects).Where(number => (mask >> (number - 1) & 1) == 1).OrderBy(number => kind == BallotKind.Ranking ? (number + turn) % projects : 0).ToArray()
        select new Ballot([.. numbers], times) { Points = [.. numbers.Select((_, i) => (long)(i == 0 ? PointsOfABallot - numbers.Length + 1 : 1))] };
}

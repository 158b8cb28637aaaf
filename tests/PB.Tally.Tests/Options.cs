using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace PB.Tally.Tests;

/// <summary>Options that every rule has: areas with ceilings and votes of their own, and decisions beforehand. Often none.</summary>
sealed record Options(ImmutableArray<Area> Areas, ImmutableArray<Beforehand> Beforehand)
{
    public static Gen<Options> Of(int projects, int[] costs, int budget) =>
        from hasAreas in Gen.Elements(false, true)
        from areas in Gen.ListOf(AreaOf(projects, budget))
        from number in Gen.Choose(1, projects)
        from decision in Gen.Elements<bool?>(null, null, false, true)
        select new Options(
            hasAreas ? [.. areas.Take(2)] : [],
            decision is { } isFunded && (!isFunded || costs[number - 1] <= budget) ? [new(number, isFunded, "because")] : []);

    /// <summary>The same options with so much set aside for each area, or as much as it may get.</summary>
    public Options SettingAside(long least) => this with
    {
        Areas = [.. Areas.Select(area => area with { AtLeast = new(Math.Min(least, area.AtMost?.MinorUnits ?? least)) })],
    };

    static Gen<Area> AreaOf(int projects, int budget) =>
        from numbers in Gen.SubListOf(Enumerable.Range(1, projects))
        from votes in Gen.Elements(0, 0, 2)
        from ceiling in Gen.Elements<int?>(null, 0, 6, 12)
        select new Area("East", [.. numbers]) { MinimumVotes = votes, AtMost = ceiling is { } most ? new Money(Math.Min(most, budget)) : null };

    public T On<T>(T rule)
        where T : Rule => rule with { Areas = Areas, Beforehand = Beforehand };
}

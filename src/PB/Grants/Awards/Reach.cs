namespace PB.Grants.Awards;

/// <summary>Counts of applications and awards in one respect, such as the area: for reports in which nobody can be found.</summary>
public sealed record ReachTable(string Respect, IReadOnlyList<ReachRow> Rows);

/// <param name="Group">An area, a band of ages, a theme, yes or no.</param>
/// <param name="Applications">Null where they are too few to tell.</param>
/// <param name="Awards">Null where they are too few to tell.</param>
public sealed record ReachRow(string Group, int? Applications, int? Awards);

/// <summary>One application, as the report counts it.</summary>
public sealed record ReachedGroup(string[] Areas, string[] AgeBands, string[] Themes, bool FirstTime, bool IsFunded);

public static class Reach
{
    /// <summary>A count below this is not told. Nothing is not told either: it would say that the others are all.</summary>
    public const int LeastTold = 5;

    public static IReadOnlyList<ReachTable> Of(IReadOnlyCollection<ReachedGroup> groups) =>
    [
        Table("area", groups, group => group.Areas),
        Table("age", groups, group => group.AgeBands),
        Table("theme", groups, group => group.Themes),
        Table("first time", groups, group => [group.FirstTime ? "yes" : "no"]),
    ];

    static ReachTable Table(string respect, IEnumerable<ReachedGroup> groups, Func<ReachedGroup, string[]> of) => new(respect,
    [
        .. groups.SelectMany(one => of(one).Distinct().Select(name => (Name: name, one.IsFunded)))
            .GroupBy(pair => pair.Name).OrderBy(named => named.Key, StringComparer.Ordinal)
            .Select(named => new ReachRow(named.Key, Told(named.Count()), Told(named.Count(pair => pair.IsFunded)))),
    ]);

    static int? Told(int count) => count < LeastTold ? null : count;
}

using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>What exclusive groups and areas still allow, as money is awarded.</summary>
sealed class ContestLimits
{
    readonly Rule rule;
    readonly Profile profile;
    readonly int[][] groupsOf;
    readonly int[][] areasOf;
    readonly int[] winnerOfGroup;
    readonly long[] gotOfArea;

    public ContestLimits(Rule rule, Profile profile)
    {
        (this.rule, this.profile) = (rule, profile);
        (groupsOf, areasOf) = (Memberships(rule.ExclusiveGroups), Memberships([.. rule.Areas.Select(area => area.Numbers)]));
        (winnerOfGroup, gotOfArea) = (new int[rule.ExclusiveGroups.Length], new long[rule.Areas.Length]);
    }

    ContestLimits(ContestLimits other)
    {
        (rule, profile, groupsOf, areasOf) = (other.rule, other.profile, other.groupsOf, other.areasOf);
        (winnerOfGroup, gotOfArea) = ([.. other.winnerOfGroup], [.. other.gotOfArea]);
    }

    public ContestLimits Copy() => new(this);

    public int[] GroupsOf(int position) => groupsOf[position];

    public int[] AreasOf(int position) => areasOf[position];

    /// <summary>How many votes the project needs.</summary>
    public int MinimumVotes(int position) => areasOf[position].Aggregate(rule.MinimumVotes, (most, area) => Math.Max(most, rule.Areas[area].MinimumVotes));

    /// <summary>The number of the project that has won one of this project's groups; null if none has.</summary>
    public int? RivalOf(int position)
    {
        foreach (var group in groupsOf[position])
            if (winnerOfGroup[group] != 0) return winnerOfGroup[group];
        return null;
    }

    /// <summary>What the area may still get.</summary>
    public long RoomIn(int area) => rule.Areas[area].AtMost is { } most ? most.MinorUnits - gotOfArea[area] : long.MaxValue;

    /// <summary>The most that the project may cost for all of its areas.</summary>
    public long RoomFor(int position) => areasOf[position].Aggregate(long.MaxValue, (least, area) => Math.Min(least, RoomIn(area)));

    /// <summary>The first area that the project would take over its ceiling; null if none.</summary>
    public int? FullAreaOf(int position)
    {
        foreach (var area in areasOf[position])
            if (profile.Cost(position) > RoomIn(area)) return area;
        return null;
    }

    /// <summary>What is set aside for the area and has not gone to its projects yet.</summary>
    public long SetAsideFor(int area) => Math.Max(0, rule.Areas[area].AtLeast.MinorUnits - gotOfArea[area]);

    public void Pay(int position, long awarded)
    {
        foreach (var area in areasOf[position]) gotOfArea[area] += awarded;
        foreach (var group in groupsOf[position])
            if (winnerOfGroup[group] == 0) winnerOfGroup[group] = profile.Number(position);
    }

    int[][] Memberships(ImmutableArray<ImmutableArray<int>> sets) =>
        [.. profile.Projects.Select(project => Enumerable.Range(0, sets.Length).Where(set => sets[set].Contains(project.Number)).ToArray())];
}

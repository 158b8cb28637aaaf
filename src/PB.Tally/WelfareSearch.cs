// Longer than the house allows: one search, whose state is taken and given back in step.
using System.Numerics;

namespace PB.Tally;

/// <summary>Branch and bound over sets of projects, within the money, the exclusive groups and the ceilings of areas of a contest.</summary>
sealed class WelfareSearch
{
    readonly Contest contest;
    readonly WelfareItem[] items;
    readonly int[][] groups;
    readonly int[][] areas;
    readonly int[][] boundAreas;
    readonly long[] room;
    readonly long[] boundRoom;
    readonly bool[] hasWinner;
    readonly bool[] taken;
    readonly bool[] forbidden;
    readonly int limit;
    readonly long costUnit;
    readonly Int128 valueUnit;
    readonly List<int> demanded = [];
    long left;
    int nodes;
    Int128 needed;
    HashSet<int>? found;

    public WelfareSearch(Contest contest, WelfareItem[] items, int limit)
    {
        (this.contest, this.limit) = (contest, limit);
        // All sums are multiples of these: money below one is of no use, and a better set is better by one at least.
        var unit = items.Aggregate(BigInteger.Zero, (common, item) => BigInteger.GreatestCommonDivisor(common, item.Cost));
        costUnit = unit.IsZero ? 1 : (long)unit;
        valueUnit = (Int128)items.Aggregate(BigInteger.Zero, (common, item) => BigInteger.GreatestCommonDivisor(common, (BigInteger)item.Value));
        left = contest.Left / costUnit * costUnit;
        this.items = [.. items.OrderByDescending(item => item.Density)];
        groups = Array.ConvertAll(this.items, item => contest.Candidates[item.Position].Groups);
        var ceilings = Enumerable.Range(0, contest.Rule.Areas.Length).Where(area => contest.Rule.Areas[area].AtMost is not null).ToArray();
        areas = Array.ConvertAll(this.items, item => Array.FindAll(contest.AreasOf(item.Position), ceilings.Contains));
        var nested = Nested(ceilings);
        boundAreas = Array.ConvertAll(areas, all => Array.FindAll(all, nested.Contains));
        room = [.. Enumerable.Range(0, contest.Rule.Areas.Length).Select(area => contest.RoomIn(area) / costUnit * costUnit)];
        boundRoom = new long[room.Length];
        hasWinner = new bool[contest.Rule.ExclusiveGroups.Length];
        (taken, forbidden) = (new bool[this.items.Length], new bool[this.items.Length]);
    }

    /// <summary>The positions of a best set.</summary>
    public HashSet<int> Best()
    {
        (needed, found) = (0, null);
        _ = Dive(0, 0, stopsWhenReached: false);
        needed -= Step;
        return found!;
    }

    /// <summary>Another best set that has this project, with all that is demanded and nothing that is forbidden; null if there is none.</summary>
    public HashSet<int>? BestWith(int position)
    {
        found = null;
        var item = IndexOf(position);
        if (!IsAllowed(item)) return null;
        Take(item);
        _ = Dive(0, Sum(demanded) + items[item].Value, stopsWhenReached: true);
        GiveBack(item);
        return found;
    }

    public void Demand(int position)
    {
        demanded.Add(IndexOf(position));
        Take(demanded[^1]);
    }

    public void Forbid(int position) => forbidden[IndexOf(position)] = true;

    /// <summary>Demands and forbids nothing any more.</summary>
    public void Release()
    {
        demanded.ForEach(GiveBack);
        demanded.Clear();
        Array.Clear(forbidden);
    }

    /// <summary>True if the project could be added to the set.</summary>
    public bool Fits(HashSet<int> set, int position)
    {
        var members = Array.ConvertAll([.. set], IndexOf);
        Array.ForEach(members, Take);
        var fits = IsAllowed(IndexOf(position));
        Array.ForEach(members, GiveBack);
        return fits;
    }

    Int128 Step => Int128.Max(1, valueUnit);

    // True if the search can end: a set as good as needed is found, and no better one is asked for.
    bool Dive(int from, Int128 sum, bool stopsWhenReached)
    {
        if (++nodes > limit) throw new InvalidOperationException($"The best set was not proved within {limit} nodes. Raise the limit, or choose another rule.");
        if (sum >= needed)
        {
            found = [.. Enumerable.Range(0, items.Length).Where(item => taken[item]).Select(item => items[item].Position)];
            if (stopsWhenReached) return true;
            needed = sum + Step;
        }
        for (var item = from; CanReach(item, sum); item++)
        {
            while (item < items.Length && !IsAllowed(item)) item++;
            if (item == items.Length) return false;
            Take(item);
            var isDone = Dive(item + 1, sum + items[item].Value, stopsWhenReached);
            GiveBack(item);
            if (isDone) return true;
        }
        return false;
    }

    // Dantzig's bound: what the money left would bring if projects could be bought in parts. Ceilings that are nested are kept to, which in this order is best.
    bool CanReach(int from, Int128 sum)
    {
        var money = left;
        Array.Copy(room, boundRoom, room.Length);
        for (var item = from; item < items.Length && sum < needed; item++)
        {
            if (!IsAllowed(item)) continue;
            var part = Math.Min(money, items[item].Cost);
            foreach (var area in boundAreas[item]) part = Math.Min(part, boundRoom[area]);
            foreach (var area in boundAreas[item]) boundRoom[area] -= part;
            money -= part;
            sum += part == items[item].Cost ? items[item].Value : PartOf(items[item], part);
        }
        return sum >= needed;
    }

    // Rounded up, and without a product beyond 128 bits: the remainder and the part are below the cost.
    static Int128 PartOf(WelfareItem item, long part)
    {
        var (whole, rest) = Int128.DivRem(item.Value, item.Cost);
        return whole * part + (rest * part + item.Cost - 1) / item.Cost;
    }

    bool IsAllowed(int item)
    {
        if (taken[item] || forbidden[item] || items[item].Cost > left) return false;
        foreach (var group in groups[item])
            if (hasWinner[group]) return false;
        foreach (var area in areas[item])
            if (items[item].Cost > room[area]) return false;
        return true;
    }

    void Take(int item) => Move(item, isTaken: true);

    void GiveBack(int item) => Move(item, isTaken: false);

    void Move(int item, bool isTaken)
    {
        var cost = isTaken ? items[item].Cost : -items[item].Cost;
        taken[item] = isTaken;
        left -= cost;
        foreach (var area in areas[item]) room[area] -= cost;
        foreach (var group in groups[item]) hasWinner[group] = isTaken;
    }

    Int128 Sum(IEnumerable<int> members) => members.Aggregate((Int128)0, (sum, item) => sum + items[item].Value);

    int IndexOf(int position) => Array.FindIndex(items, item => item.Position == position);

    // As many of the areas, in their order, as are pairwise apart or one within the other: for those, buying in the order of density is best.
    HashSet<int> Nested(int[] ceilings)
    {
        var (nested, members) = (new HashSet<int>(), new Dictionary<int, HashSet<int>>());
        foreach (var area in ceilings)
        {
            members[area] = [.. Enumerable.Range(0, items.Length).Where(item => areas[item].Contains(area))];
            if (nested.All(other => !members[area].Overlaps(members[other]) || members[area].IsSubsetOf(members[other]) || members[other].IsSubsetOf(members[area]))) nested.Add(area);
        }
        return nested;
    }
}

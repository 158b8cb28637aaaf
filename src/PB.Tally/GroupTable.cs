namespace PB.Tally;

/// <summary>Groups of equal ballots, in the order in which the first of each came: what each lists, with values, and how many voters it has.</summary>
sealed class GroupTable
{
    const int Many = 200_000;

    int[] slots = new int[1 << 10];
    uint[] hashes = new uint[1 << 8];
    int[] starts = new int[(1 << 8) + 1];
    int[] times = new int[1 << 8];
    int[] listed = new int[1 << 10];
    long[] values = new long[1 << 10];

    public int Count { get; private set; }

    /// <summary>The same groups, to be added to apart from these.</summary>
    public GroupTable Copy() => new()
    {
        slots = [.. slots],
        hashes = [.. hashes],
        starts = [.. starts],
        times = [.. times],
        listed = [.. listed],
        values = [.. values],
        Count = Count,
    };

    public ReadOnlySpan<int> Times => times.AsSpan(0, Count);

    /// <summary>What all groups list, group after group.</summary>
    public ReadOnlySpan<int> AllListed => listed.AsSpan(0, starts[Count]);

    public ReadOnlySpan<int> Listed(int group) => listed.AsSpan(starts[group], starts[group + 1] - starts[group]);

    public ReadOnlySpan<long> Values(int group) => values.AsSpan(starts[group], starts[group + 1] - starts[group]);

    /// <summary>Adds so many ballots that list these positions, which rise, with these values.</summary>
    public void Add(ReadOnlySpan<int> positions, ReadOnlySpan<long> worths, int count)
    {
        var hash = HashOf(positions, worths);
        var slot = (int)(hash & (uint)(slots.Length - 1));
        for (; slots[slot] > 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var group = slots[slot] - 1;
            if (hashes[group] != hash || !positions.SequenceEqual(Listed(group)) || !worths.SequenceEqual(Values(group))) continue;
            times[group] = checked(times[group] + count);
            return;
        }
        slots[slot] = Count + 1;
        Append(positions, worths, hash, count);
        if (Count == times.Length) Grow();
    }

    /// <summary>
    /// Puts groups side by side that list the same of the most popular projects: going through a project's supporters is then going through memory,
    /// where it would otherwise be jumping. With few groups nothing is far.
    /// </summary>
    /// <param name="votes">The votes of each position.</param>
    public void PutSimilarSideBySide(int[] votes)
    {
        if (Count < Many) return;
        var bits = new ulong[votes.Length];
        foreach (var (rank, position) in Enumerable.Range(0, votes.Length).OrderByDescending(position => votes[position]).Take(64).Index()) bits[position] = 1UL << (63 - rank);
        var (keys, order) = (new ulong[Count], new int[Count]);
        for (var group = 0; group < Count; group++)
        {
            order[group] = group;
            foreach (var position in Listed(group)) keys[group] |= bits[position];
        }
        Array.Sort(keys, order);
        Reorder(order);
    }

    void Reorder(int[] order)
    {
        var before = (GroupTable)MemberwiseClone();
        (listed, values, starts) = (new int[before.starts[Count]], new long[before.starts[Count]], new int[Count + 2]);
        (times, hashes, slots, Count) = (new int[Count + 1], new uint[Count + 1], new int[slots.Length], 0);
        foreach (var group in order)
        {
            Append(before.Listed(group), before.Values(group), before.hashes[group], before.times[group]);
            Enter(Count - 1);
        }
    }

    void Append(ReadOnlySpan<int> positions, ReadOnlySpan<long> worths, uint hash, int count)
    {
        var (start, end) = (starts[Count], checked(starts[Count] + positions.Length));
        while (end > listed.Length)
        {
            Array.Resize(ref listed, checked(2 * listed.Length));
            Array.Resize(ref values, listed.Length);
        }
        positions.CopyTo(listed.AsSpan(start));
        worths.CopyTo(values.AsSpan(start));
        (hashes[Count], times[Count], starts[Count + 1]) = (hash, count, end);
        Count++;
    }

    void Grow()
    {
        Array.Resize(ref times, 2 * Count);
        Array.Resize(ref hashes, 2 * Count);
        Array.Resize(ref starts, 2 * Count + 1);
        slots = new int[8 * Count];
        for (var group = 0; group < Count; group++) Enter(group);
    }

    void Enter(int group)
    {
        var slot = (int)(hashes[group] & (uint)(slots.Length - 1));
        while (slots[slot] > 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = group + 1;
    }

    static uint HashOf(ReadOnlySpan<int> positions, ReadOnlySpan<long> worths)
    {
        var hash = (ulong)positions.Length;
        for (var i = 0; i < positions.Length; i++) hash = Mixed(hash ^ Mixed((ulong)positions[i] + 1) ^ unchecked((ulong)worths[i]));
        return (uint)(hash >> 32);
    }

    static ulong Mixed(ulong hash) => unchecked((hash ^ hash >> 32) * 0x9E3779B97F4A7C15);
}

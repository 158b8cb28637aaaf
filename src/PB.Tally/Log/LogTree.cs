namespace PB.Tally.Log;

/// <summary>A whole ballot log in memory, to prove of a leaf that it stands under the root.</summary>
/// <remarks>The proofs are the audit paths of RFC 6962, section 2.1.1. Memory: two hashes a leaf.</remarks>
public sealed class LogTree
{
    // A node without a sibling goes up unchanged, which gives the same tree as splitting at the largest power of two.
    readonly List<byte[][]> levels;

    /// <summary>Builds the tree.</summary>
    /// <param name="leafHashes">The leaves' hashes in the order of the log; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="leafHashes"/> is empty.</exception>
    public LogTree(IEnumerable<byte[]> leafHashes)
    {
        levels = [[.. leafHashes]];
        if (levels[0].Length == 0) throw new ArgumentException("A log without a leaf proves nothing.", nameof(leafHashes));
        while (levels[^1].Length > 1) levels.Add(Above(levels[^1]));
    }

    /// <summary>The number of leaves.</summary>
    public int Size => levels[0].Length;

    /// <summary>The root: 32 bytes.</summary>
    public byte[] Root => levels[^1][0];

    /// <summary>The leaf at a place.</summary>
    public byte[] this[int index] => levels[0][index];

    /// <summary>The hashes that lead from a leaf up to the root, the lowest first.</summary>
    /// <param name="index">The leaf's place, from 0.</param>
    public IReadOnlyList<byte[]> Proof(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        var path = new List<byte[]>();
        foreach (var level in levels)
        {
            if ((index ^ 1) < level.Length && level.Length > 1) path.Add(level[index ^ 1]);
            index >>= 1;
        }
        return path;
    }

    /// <summary>The root that a proof leads to; a leaf stands in the log if it is the root that was signed.</summary>
    /// <param name="leafHash">The leaf's hash.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="size">The number of leaves.</param>
    /// <param name="proof">The hashes of <see cref="Proof"/>.</param>
    /// <returns>32 bytes, or null if the proof is too long or too short for this place.</returns>
    public static byte[]? RootOf(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size) return null;
        var (hash, used) = (leafHash, 0);
        for (var last = size - 1; last > 0; (index, last) = (index >> 1, last >> 1))
        {
            if (index == last && index % 2 == 0) continue;
            if (used == proof.Count) return null;
            hash = index % 2 == 0 ? LogRoot.Node(hash, proof[used++]) : LogRoot.Node(proof[used++], hash);
        }
        return used == proof.Count ? hash : null;
    }

    static byte[][] Above(byte[][] level)
    {
        var above = new byte[(level.Length + 1) / 2][];
        for (var i = 0; i < above.Length; i++)
            above[i] = 2 * i + 1 < level.Length ? LogRoot.Node(level[2 * i], level[2 * i + 1]) : level[2 * i];
        return above;
    }
}

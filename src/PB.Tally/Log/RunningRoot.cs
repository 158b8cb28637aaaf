using System.Security.Cryptography;

namespace PB.Tally.Log;

/// <summary>The root of a log that grows leaf by leaf, so that each of many signed heads is checked in one pass.</summary>
/// <remarks>Memory is logarithmic in the number of leaves. See <see cref="LogRoot"/> for what a root is.</remarks>
public sealed class RunningRoot
{
    // Whole subtrees waiting for a right sibling, as a binary counter: sizes fall from the bottom of the stack to its top.
    readonly List<(byte[] Hash, long Size)> waiting = [];

    /// <summary>The number of leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf at the end.</summary>
    /// <param name="leafHash">The leaf's hash, as <see cref="LogRoot.LeafHash"/> gives it.</param>
    public void Add(byte[] leafHash)
    {
        ArgumentNullException.ThrowIfNull(leafHash);
        var subtree = (Hash: leafHash, Size: 1L);
        while (waiting.Count > 0 && waiting[^1].Size == subtree.Size)
        {
            subtree = (LogRoot.Node(waiting[^1].Hash, subtree.Hash), subtree.Size * 2);
            waiting.RemoveAt(waiting.Count - 1);
        }
        waiting.Add(subtree);
        Size++;
    }

    /// <summary>The root over the leaves so far: 32 bytes. The empty log has the hash of nothing.</summary>
    public byte[] Root()
    {
        if (waiting.Count == 0) return SHA256.HashData([]);
        var root = waiting[^1].Hash;
        for (var i = waiting.Count - 2; i >= 0; i--) root = LogRoot.Node(waiting[i].Hash, root);
        return root;
    }
}

using System.Security.Cryptography;

namespace PB.Tally.Log;

/// <summary>The root of a ballot log: one hash that changes if any leaf is changed, added, removed or moved.</summary>
/// <remarks>
/// The Merkle tree hash of RFC 6962, section 2.1, with SHA-256: a leaf is hashed behind a zero byte, a node behind a one byte, and a log of n leaves
/// splits at the largest power of two below n. The empty log has the hash of nothing.
/// </remarks>
public static class LogRoot
{
    /// <summary>The hash of a leaf.</summary>
    /// <param name="leaf">The leaf's bytes, of any length.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf) => SHA256.HashData([0, .. leaf]);

    /// <summary>The root over the hashes of all leaves, in the order of the log.</summary>
    /// <param name="leafHashes">The hashes of the leaves, as <see cref="LeafHash"/> gives them. Read once; memory is logarithmic in their number.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Of(IEnumerable<byte[]> leafHashes)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        var running = new RunningRoot();
        foreach (var hash in leafHashes) running.Add(hash);
        return running.Root();
    }

    internal static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}

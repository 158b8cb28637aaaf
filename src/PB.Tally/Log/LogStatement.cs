using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PB.Tally.Log;

/// <summary>The texts about a log that are hashed or signed, byte for byte.</summary>
/// <remarks>
/// UTF-8; each line ends in a line feed; ids in lower case with hyphens, hashes in lower-case hexadecimal, times in UTC to the second
/// (<c>2027-04-12T12:00:00Z</c>). Signatures are ECDSA on the curve P-256 with SHA-256, as the 64 bytes of r and s; a public key is
/// the uncompressed point, 65 bytes that begin with 4.
/// </remarks>
public static class LogStatement
{
    /// <summary>The leaf of an event: something that bears on the count and is no ballot.</summary>
    /// <param name="round">The round.</param>
    /// <param name="type">What happened, such as <c>setup</c> or <c>close</c>.</param>
    /// <param name="body">What is known of it; the leaf holds the SHA-256 of its UTF-8 bytes.</param>
    public static byte[] Event(Guid round, string type, string body) =>
        Utf8($"pb-event/1\nround={round:D}\ntype={type}\nbody={Convert.ToHexStringLower(SHA256.HashData(Utf8(body)))}\n");

    /// <summary>The promise that a ballot will stand in the log by a time.</summary>
    public static byte[] Promise(Guid round, ReadOnlySpan<byte> leafHash, DateTimeOffset includeBy) =>
        Utf8($"pb-promise/1\n{round:D}\n{Convert.ToHexStringLower(leafHash)}\n{Time(includeBy)}\n");

    /// <summary>A head: the log had so many leaves with this root at this time, in its n-th batch, counted from 0.</summary>
    public static byte[] Head(Guid round, LogHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return Utf8(string.Create(CultureInfo.InvariantCulture, $"pb-head/1\n{round:D}\n{head.Size}\n{head.Root}\n{head.Batch}\n{head.Time}\n"));
    }

    /// <summary>The manifest of a published pack.</summary>
    /// <param name="round">The round.</param>
    /// <param name="manifest">The bytes of the manifest, of which the statement holds the SHA-256.</param>
    public static byte[] Manifest(Guid round, ReadOnlySpan<byte> manifest) =>
        Utf8($"pb-manifest/1\n{round:D}\n{Convert.ToHexStringLower(SHA256.HashData(manifest))}\n");

    /// <summary>A time as statements write it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

using System.Security.Cryptography;
using System.Text;

namespace PB.Tally.Log;

/// <summary>The pseudonym of a voter in one round: the same for all versions of their ballot, and no link to the voter without the round's key.</summary>
/// <remarks>
/// HMAC-SHA256 under the round's key of <c>pb/1/tag</c>, a zero byte, the round's id, a zero byte and the voter's id. Ids are hashed as lower-case text
/// with hyphens (<c>0190f5c2-7b1a-7c3e-8d4f-0123456789ab</c>), not as their bytes, whose order differs between platforms.
/// </remarks>
public static class VoterTag
{
    /// <summary>The length of a tag: 32 bytes.</summary>
    public const int Length = 32;

    /// <summary>Computes a tag.</summary>
    /// <param name="key">The round's secret key: 32 random bytes or more.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="voterId">The voter.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is shorter than 32 bytes.</exception>
    public static byte[] Compute(ReadOnlySpan<byte> key, Guid roundId, Guid voterId)
    {
        if (key.Length < Length) throw new ArgumentException($"A round's key has 32 bytes or more, not {key.Length}.", nameof(key));
        return HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"pb/1/tag\0{roundId:D}\0{voterId:D}"));
    }
}

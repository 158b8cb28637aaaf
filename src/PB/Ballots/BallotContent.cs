using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>The choices on a ballot as they are stored, hashed and counted: numbers in rising order, with commas.</summary>
public static class BallotContent
{
    public static string Write(IEnumerable<int> numbers) =>
        string.Join(',', numbers.Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture)));

    public static IReadOnlyList<int> Read(string content) =>
        content.Length == 0 ? [] : [.. content.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>SHA-256 of a text, in hexadecimal.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The leaf under which a ballot will stand in the public log.</summary>
    public static BallotLeaf Leaf(Guid round, byte[] tag, int version, string content) => new()
    {
        RoundId = round,
        Tag = [.. tag],
        Version = version,
        Choices = content,
        Area = "",
        Class = "",
        Nonce = [.. RandomNumberGenerator.GetBytes(BallotLeaf.NonceLength)],
    };
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>The choices on a ballot as they are stored, hashed and counted: numbers in rising order, or in that of a ranking, with commas.</summary>
public static class BallotContent
{
    /// <param name="numbers">The chosen projects.</param>
    /// <param name="inOrder">Whether their order says something, and stays.</param>
    public static string Write(IEnumerable<int> numbers, bool inOrder = false) =>
        string.Join(',', (inOrder ? numbers.Distinct() : numbers.Distinct().Order()).Select(number => number.ToString(CultureInfo.InvariantCulture)));

    public static IReadOnlyList<int> Read(string content) =>
        content.Length == 0 ? [] : [.. content.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>SHA-256 of a text, in hexadecimal.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The leaf under which a ballot will stand in the public log.</summary>
    public static BallotLeaf Leaf(Guid round, byte[] tag, int version, BallotFields fields) => new()
    {
        RoundId = round,
        Tag = [.. tag],
        Version = version,
        Choices = fields.Choices,
        Area = fields.Area,
        Class = fields.Class,
        Nonce = [.. RandomNumberGenerator.GetBytes(BallotLeaf.NonceLength)],
    };
}

/// <summary>What a leaf commits to.</summary>
/// <param name="Choices">The choices in their canonical form.</param>
/// <param name="Area">The id of the neighbourhood that the voter lives in, as far as the round is held there; empty where nothing is known.</param>
/// <param name="Class">How the voter proved who they are, such as <see cref="Declared"/>.</param>
public sealed record BallotFields(string Choices, string Area, string Class)
{
    /// <summary>By the voter's own word.</summary>
    public const string Declared = "declared";

    /// <summary>By nobody yet: people decide whether it counts.</summary>
    public const string Provisional = "provisional";

    /// <summary>By another system, which is not known to this one.</summary>
    public const string Imported = "imported";
}

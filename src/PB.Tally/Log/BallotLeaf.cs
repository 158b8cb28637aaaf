using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PB.Tally.Log;

/// <summary>One version of one ballot as it stands in a round's ballot log.</summary>
/// <remarks>
/// <para>
/// The leaf holds no content, only a salted commitment to each field, so that choices can be published while area and class stay closed where
/// few people share them, and a replaced ballot can be published without what was in it:
/// </para>
/// <code>
/// salt(f)  = SHA-256("pb/1/nonce/" f 00 nonce)
/// field(f) = SHA-256("pb/1/field/" f 00 salt(f) value)
/// leaf     = "pb-ballot/1\nround=…\ntag=…\nversion=…\nchoices=…\narea=…\nclass=…\n"
/// hash     = SHA-256(00 leaf)
/// </code>
/// <para>Text is UTF-8; hashes inside the leaf are lower-case hexadecimal. To open a field, publish its salt and its value.</para>
/// </remarks>
public sealed record BallotLeaf
{
    /// <summary>The length of <see cref="Nonce"/>: 32 bytes.</summary>
    public const int NonceLength = 32;

    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>The voter's tag in this round: 32 bytes, see <see cref="VoterTag"/>.</summary>
    public required ImmutableArray<byte> Tag { get; init; }

    /// <summary>1 for the first ballot under this tag, one more at each change.</summary>
    public required int Version { get; init; }

    /// <summary>The choices in their canonical form, such as <c>P-003,P-014,P-021</c>; empty for a blank ballot.</summary>
    public required string Choices { get; init; }

    /// <summary>The area that the ballot counts for.</summary>
    public required string Area { get; init; }

    /// <summary>The class of the ballot, such as how the voter proved who they are.</summary>
    public required string Class { get; init; }

    /// <summary>32 bytes from a cryptographic random source, new for each version of each ballot. Whoever knows them can open every field.</summary>
    public required ImmutableArray<byte> Nonce { get; init; }

    /// <summary>The salt that opens a field, without opening the others.</summary>
    /// <param name="field"><c>choices</c>, <c>area</c> or <c>class</c>.</param>
    /// <returns>32 bytes.</returns>
    public byte[] Salt(string field) => SHA256.HashData([.. Utf8($"pb/1/nonce/{field}\0"), .. Checked(Nonce, NonceLength, nameof(Nonce))]);

    /// <summary>The salted commitment to a value.</summary>
    /// <param name="field"><c>choices</c>, <c>area</c> or <c>class</c>.</param>
    /// <param name="salt">The field's <see cref="Salt"/>.</param>
    /// <param name="value">The value committed to.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Commit(string field, ReadOnlySpan<byte> salt, string value) =>
        SHA256.HashData([.. Utf8($"pb/1/field/{field}\0"), .. salt, .. Utf8(value)]);

    /// <summary>The leaf, byte for byte as it is hashed and published.</summary>
    /// <exception cref="InvalidOperationException">The tag or the nonce has not 32 bytes, or the version is below 1.</exception>
    public byte[] ToBytes()
    {
        if (Version < 1) throw new InvalidOperationException($"A ballot's version is 1 or more, not {Version}.");
        var tag = Convert.ToHexStringLower(Checked(Tag, VoterTag.Length, nameof(Tag)));
        return Written(RoundId, tag, Version, [Committed("choices", Choices), Committed("area", Area), Committed("class", Class)]);
    }

    /// <summary>The leaf's bytes from its published header, where nothing but the commitments is known.</summary>
    /// <param name="round">The round.</param>
    /// <param name="tag">The tag in lower-case hexadecimal.</param>
    /// <param name="version">The version.</param>
    /// <param name="commitments">The commitments to choices, area and class in lower-case hexadecimal, in this order: three.</param>
    public static byte[] Written(Guid round, string tag, int version, ReadOnlySpan<string> commitments) =>
        Utf8(string.Create(CultureInfo.InvariantCulture, $"pb-ballot/1\nround={round:D}\ntag={tag}\nversion={version}\n")
            + $"choices={commitments[0]}\narea={commitments[1]}\nclass={commitments[2]}\n");

    /// <summary>The leaf's hash in the log: 32 bytes.</summary>
    /// <exception cref="InvalidOperationException">The tag or the nonce has not 32 bytes, or the version is below 1.</exception>
    public byte[] Hash() => LogRoot.LeafHash(ToBytes());

    string Committed(string field, string value) => Convert.ToHexStringLower(Commit(field, Salt(field), value));

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static ReadOnlySpan<byte> Checked(ImmutableArray<byte> bytes, int length, string name) =>
        !bytes.IsDefault && bytes.Length == length ? bytes.AsSpan() : throw new InvalidOperationException($"{name} has {length} bytes.");
}

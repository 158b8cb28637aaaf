namespace PB.Tally.Log;

/// <summary>The short form of a leaf's hash that a voter keeps, to find their ballot in the published log.</summary>
/// <remarks>
/// The first 100 bits in Crockford's base 32 (digits and capitals without I, L, O and U), in five groups of four: <c>KSYG-9B5E-PEEW-P4FH-HT1Q</c>.
/// </remarks>
public static class ReceiptCode
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Characters = 20;

    /// <summary>The receipt code of a leaf.</summary>
    /// <param name="leafHash">The leaf's hash: 32 bytes.</param>
    /// <returns>Twenty characters in groups of four, joined by hyphens.</returns>
    /// <exception cref="ArgumentException"><paramref name="leafHash"/> has not 32 bytes.</exception>
    public static string Of(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != 32) throw new ArgumentException($"A leaf's hash has 32 bytes, not {leafHash.Length}.", nameof(leafHash));
        Span<char> code = stackalloc char[Characters + 4];
        for (var i = 0; i < code.Length; i++)
            code[i] = i % 5 == 4 ? '-' : Alphabet[FiveBits(leafHash, (i - i / 5) * 5)];
        return new(code);
    }

    static int FiveBits(ReadOnlySpan<byte> bytes, int bit)
    {
        var pair = bytes[bit / 8] << 8 | bytes[bit / 8 + 1];
        return pair >> (11 - bit % 8) & 31;
    }
}

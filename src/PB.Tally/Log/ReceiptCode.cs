namespace PB.Tally.Log;

/// <summary>The short form of a leaf's hash that a voter keeps, to find their ballot in the published log.</summary>
/// <remarks>
/// <para>
/// The first 100 bits in Crockford's base 32 (digits and capitals without I, L, O and U), in five groups of four, and a check character from the
/// same alphabet: <c>KSYG-9B5E-PEEW-P4FH-HT1Q-C</c>.
/// </para>
/// <para>
/// The check character makes the sum of all 21 characters, each times a power of two that falls from 2^20 to 2^0, zero in the field of 32 elements
/// (modulo x^5 + x^2 + 1). One wrong character, or two characters that changed places, are always noticed; other mistakes 31 times in 32.
/// </para>
/// </remarks>
public static class ReceiptCode
{
    /// <summary>The length of <see cref="Prefix"/>: 12 bytes, of the code's 100 bits the first 96.</summary>
    public const int PrefixLength = 12;

    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Characters = 20;

    /// <summary>The receipt code of a leaf.</summary>
    /// <param name="leafHash">The leaf's hash: 32 bytes.</param>
    /// <returns>Twenty characters in groups of four and the check character, joined by hyphens.</returns>
    /// <exception cref="ArgumentException"><paramref name="leafHash"/> has not 32 bytes.</exception>
    public static string Of(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != 32) throw new ArgumentException($"A leaf's hash has 32 bytes, not {leafHash.Length}.", nameof(leafHash));
        Span<char> code = stackalloc char[Characters + 6];
        var sum = 0;
        for (var i = 0; i < Characters; i++)
        {
            var five = FiveBits(leafHash, i * 5);
            sum = Twice(sum ^ five);
            code[i + i / 4] = Alphabet[five];
        }
        for (var i = 4; i < code.Length; i += 5) code[i] = '-';
        code[^1] = Alphabet[sum];
        return new(code);
    }

    /// <summary>Reads a code as people type it: any case, with or without hyphens and spaces, O for 0, I or L for 1.</summary>
    /// <param name="typed">What was typed; null is nothing.</param>
    /// <param name="code">The code in its normal form, where there is no mistake.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static ReceiptCodeMistake? Read(string? typed, out string code)
    {
        code = "";
        var characters = new string([.. (typed ?? "").ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '.')).Select(Meant)]);
        if (characters.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal))) return ReceiptCodeMistake.NoSuchCharacter;
        if (characters.Length != Characters + 1) return ReceiptCodeMistake.WrongLength;
        var sum = 0;
        foreach (var c in characters) sum = Twice(sum) ^ Alphabet.IndexOf(c, StringComparison.Ordinal);
        if (sum != 0) return ReceiptCodeMistake.DoesNotAddUp;
        code = string.Join('-', characters.Chunk(4).Select(group => new string(group)));
        return null;
    }

    /// <summary>The first bytes of the leaf's hash that a code stands for.</summary>
    /// <param name="code">A code in its normal form.</param>
    /// <returns><see cref="PrefixLength"/> bytes.</returns>
    public static byte[] Prefix(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var prefix = new byte[PrefixLength];
        var bit = 0;
        foreach (var five in code.Where(c => c != '-').Take(Characters).Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal)))
            for (var i = 4; i >= 0 && bit < PrefixLength * 8; i--, bit++)
                prefix[bit / 8] |= (byte)((five >> i & 1) << (7 - bit % 8));
        return prefix;
    }

    static char Meant(char typed) => typed switch { 'O' => '0', 'I' or 'L' => '1', _ => typed };

    static int Twice(int element) => element < 16 ? element * 2 : element * 2 ^ 0b100101;

    static int FiveBits(ReadOnlySpan<byte> bytes, int bit)
    {
        var pair = bytes[bit / 8] << 8 | bytes[bit / 8 + 1];
        return pair >> (11 - bit % 8) & 31;
    }
}

using System.Globalization;
using System.Text;

namespace PB.Sms;

/// <summary>Brings whatever a phone sends into one form: capitals without accents, ASCII digits, no signature, nothing invisible.</summary>
/// <remarks>It leans neither on the machine's language nor on installed language data.</remarks>
public static class Normaliser
{
    /// <summary>A message is read so far; what comes after says nothing.</summary>
    public const int Longest = 480;

    static readonly string[] SignatureBegins = ["--", "SENT FROM", "GET OUTLOOK", "ANFONWYD O"];

    public static string Of(string body)
    {
        var plain = new StringBuilder(body.Length);
        foreach (var rune in body.EnumerateRunes())
            Append(plain, rune);
        var text = WithoutSignature(plain.ToString()).Trim();
        return text.Length > Longest ? text[..Longest] : text;
    }

    static void Append(StringBuilder plain, Rune rune)
    {
        if (IsInvisible(rune.Value) || IsApostrophe(rune.Value))
            return;
        if (CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0) is >= 0 and var digit)
            plain.Append((char)('0' + digit));
        else if (CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) is >= 0 and var ringed)
            plain.Append(CultureInfo.InvariantCulture, $" {ringed} ");
        else if (rune.Value is >= 0xFF01 and <= 0xFF5E)
            Append(plain, new Rune(rune.Value - 0xFEE0));
        else if (Rune.IsWhiteSpace(rune))
            plain.Append(rune.Value is '\n' or '\r' ? '\n' : ' ');
        else if (SeparatorOf(rune.Value) is { } separator)
            plain.Append(separator);
        else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol)
            plain.Append(CultureInfo.InvariantCulture, $" {rune} ");
        else
            AppendLetter(plain, Rune.ToUpperInvariant(rune));
    }

    static void AppendLetter(StringBuilder plain, Rune rune)
    {
        if (rune is { IsBmp: true } && LatinLetters.Plain((char)rune.Value) is { } letters)
            plain.Append(letters.ToUpperInvariant());
        else
            plain.Append(rune.ToString());
    }

    static bool IsInvisible(int value) => value is 0xAD or 0x20E3 or 0xFEFF
        or >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x2069
        or >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0x300 and <= 0x36F or >= 0x1F3FB and <= 0x1F3FF;

    static bool IsApostrophe(int value) => value is '\'' or '`' or 0x2018 or 0x2019 or 0x201B or 0x2032 or 0x2BC or 0xB4;

    static char? SeparatorOf(int value) => value switch
    {
        >= 0x2010 and <= 0x2015 or 0x2212 => '-',
        0x60C or 0x61B or 0x6D4 or 0x964 or 0x3001 or 0x3002 or 0x2022 or 0xB7 => ',',
        0x61F => '?',
        _ => null,
    };

    static string WithoutSignature(string text)
    {
        var lines = text.Split('\n');
        var kept = lines.TakeWhile((line, index) => index == 0 || !SignatureBegins.Any(begin => line.TrimStart().StartsWith(begin, StringComparison.Ordinal)));
        return string.Join('\n', kept);
    }
}

using System.Text;

namespace PB.Sms;

/// <summary>The alphabet of plain text messages, and how much of a message a text takes up.</summary>
public static class Gsm7
{
    /// <summary>How many septets one message holds.</summary>
    public const int OneMessage = 160;

    /// <summary>How many septets each part of a joined message holds.</summary>
    public const int Part = 153;

    /// <summary>How many UTF-16 units one message holds where a character is outside the alphabet.</summary>
    public const int OneWideMessage = 70;

    const int PartWide = 67;

    const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    const string Extended = "\f^{}\\[~]|€";

    /// <summary>The septets of a text, or null where it has a character that the alphabet lacks.</summary>
    public static int? Septets(string text)
    {
        var septets = 0;
        foreach (var character in text)
        {
            if (Basic.Contains(character, StringComparison.Ordinal))
                septets++;
            else if (Extended.Contains(character, StringComparison.Ordinal))
                septets += 2;
            else
                return null;
        }

        return septets;
    }

    public static bool Fits(string text) => Septets(text) is <= OneMessage;

    /// <summary>How many messages a text is charged as.</summary>
    public static int Segments(string text) => Septets(text) switch
    {
        { } septets => septets <= OneMessage ? 1 : (septets + Part - 1) / Part,
        null => text.Length <= OneWideMessage ? 1 : (text.Length + PartWide - 1) / PartWide,
    };

    /// <summary>The text with what the alphabet lacks replaced by what comes nearest; what has no neighbour stays, and makes the message a dear one.</summary>
    public static string Nearest(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
            plain.Append(Septets(character.ToString()) is not null ? character.ToString() : NeighbourOf(character));
        return plain.ToString();
    }

    static string NeighbourOf(char character) => character switch
    {
        '‘' or '’' or '`' or '´' => "'",
        '“' or '”' => "\"",
        '–' or '—' or '•' or '‐' or '‑' => "-",
        '…' => "...",
        '\t' or '\u00a0' => " ",
        _ => LatinLetters.Plain(character) is { } letters ? letters : character.ToString(),
    };
}

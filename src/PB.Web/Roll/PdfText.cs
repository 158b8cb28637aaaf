using System.Globalization;
using System.Text;

namespace PB.Web.Roll;

/// <summary>Text as the standard typefaces of PDF have it: Western European letters. Of other letters the accent is left away.</summary>
static class PdfText
{
    const string Beyond = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    // Of Helvetica, in thousandths of the size, from the space to the tilde.
    static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double WidthOf(string text, double size) =>
        text.Sum(letter => letter is >= ' ' and <= '~' ? Widths[letter - ' '] : 556) * size / 1000;

    /// <summary>Each character is the byte that stands for it.</summary>
    public static string Encoded(string text)
    {
        var bytes = new StringBuilder(text.Length);
        foreach (var letter in text)
            bytes.Append(ByteOf(letter) ?? ByteOf(letter.ToString().Normalize(NormalizationForm.FormD)[0]) ?? '?');
        return bytes.ToString();
    }

    static char? ByteOf(char letter) => letter switch
    {
        >= ' ' and <= '~' or >= '\u00a0' and <= '\u00ff' => letter,
        _ when char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark => '\u00a0',
        _ => Beyond.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 ? (char)(0x80 + place) : null,
    };
}

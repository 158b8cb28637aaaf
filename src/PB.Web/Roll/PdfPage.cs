using System.Globalization;
using System.Text;

namespace PB.Web.Roll;

/// <summary>One A4 page of text and black squares. Measures are in points from the lower left corner.</summary>
sealed class PdfPage
{
    public const double Width = 595.28, Height = 841.89;

    readonly StringBuilder marks = new();

    public PdfPage Write(PdfFont font, double size, double x, double y, string text)
    {
        marks.Append(CultureInfo.InvariantCulture, $"BT /{font} {size:0.##} Tf {x:0.##} {y:0.##} Td (").Append(Escaped(text)).Append(") Tj ET\n");
        return this;
    }

    /// <summary>Writes text in lines that fit.</summary>
    /// <returns>Where the next line would stand.</returns>
    public double WriteLines(double size, double x, double y, double width, string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && PdfText.WidthOf($"{line} {word}", size) > width)
            {
                Write(PdfFont.Plain, size, x, y, line.ToString());
                y -= size * 1.4;
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        Write(PdfFont.Plain, size, x, y, line.ToString());
        return y - size * 2;
    }

    public void FillRow(double x, double y, double width, double height) =>
        marks.Append(CultureInfo.InvariantCulture, $"{x:0.###} {y:0.###} {width:0.###} {height:0.###} re\n");

    public void Blacken() => marks.Append("f\n");

    public byte[] Content() => Encoding.Latin1.GetBytes(marks.ToString());

    static string Escaped(string text) =>
        PdfText.Encoded(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}

/// <summary>The typefaces that every reader and printer of PDF has.</summary>
enum PdfFont
{
    /// <summary>Helvetica.</summary>
    Plain,

    /// <summary>Helvetica Bold.</summary>
    Bold,

    /// <summary>Courier Bold, in which no two characters are mistaken for each other.</summary>
    Code,
}

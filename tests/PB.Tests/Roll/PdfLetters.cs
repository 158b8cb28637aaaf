using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PB.Tests.Roll;

/// <summary>Reads the pages of a PDF by its table of objects, as a reader does.</summary>
static partial class PdfLetters
{
    /// <summary>What is drawn on each page, in PDF's own words.</summary>
    public static IReadOnlyList<string> PagesOf(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var table = int.Parse(Start().Match(text).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var places = Entry().Matches(text[table..]).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.All(places.Select((place, index) => (place, index)), one => Assert.StartsWith($"{one.index + 1} 0 obj", text[one.place..(one.place + 20)], StringComparison.Ordinal));
        return [.. places.Where(place => Stream().IsMatch(text[place..Math.Min(text.Length, place + 100)])).Select(place => Inflated(pdf, text, place))];
    }

    public static string CodeIn(string page) => Code().Match(page).Groups[1].Value;

    /// <summary>The codes on a teacher’s sheet, slip by slip.</summary>
    public static IReadOnlyList<string> CodesIn(string sheet) => [.. SlipCode().Matches(sheet).Select(match => match.Groups[1].Value)];

    static string Inflated(byte[] pdf, string text, int place)
    {
        var match = Stream().Match(text, place, 100);
        using var stream = new ZLibStream(new MemoryStream(pdf, match.Index + match.Length, int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF")]
    private static partial Regex Start();

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex Entry();

    [GeneratedRegex(@"<< /Length (\d+) /Filter /FlateDecode >>\nstream\n")]
    private static partial Regex Stream();

    [GeneratedRegex(@"/Code 28 Tf [^(]*\(([^)]*)\)")]
    private static partial Regex Code();

    [GeneratedRegex(@"/Code 15 Tf [^(]*\(([^)]*)\)")]
    private static partial Regex SlipCode();
}

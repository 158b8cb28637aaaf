using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PB.Web.Roll;

/// <summary>Puts pages together to a PDF file (version 1.4), with nothing in it but text and squares.</summary>
static class PdfFile
{
    const int FirstPage = 6;

    /// <param name="title">What a reader shows as its name.</param>
    /// <param name="language">The language of the text, such as en-GB.</param>
    /// <param name="pages">The marks on each page.</param>
    public static byte[] Of(string title, string language, IReadOnlyList<byte[]> pages)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        Write(file, "%PDF-1.4\n");
        Add(file, places, $"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var kids = string.Join(' ', Enumerable.Range(0, pages.Count).Select(index => $"{FirstPage + 1 + index * 2} 0 R"));
        Add(file, places, $"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] >>");
        foreach (var font in (string[])["Helvetica", "Helvetica-Bold", "Courier-Bold"])
            Add(file, places, $"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>");
        Add(file, places, $"<< /Title ({PdfText.Encoded(title).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)}) >>");
        foreach (var (content, index) in pages.Select((content, index) => (content, index)))
        {
            Add(file, places, string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PdfPage.Width:0.##} {PdfPage.Height:0.##}] /Contents {FirstPage + 2 + index * 2} 0 R /Resources << /Font << /Plain 3 0 R /Bold 4 0 R /Code 5 0 R >> >> >>"));
            AddStream(file, places, content);
        }

        End(file, places);
        return file.ToArray();
    }

    static void Add(MemoryStream file, List<long> places, string body)
    {
        places.Add(file.Position);
        Write(file, $"{places.Count} 0 obj\n{body}\nendobj\n");
    }

    static void AddStream(MemoryStream file, List<long> places, byte[] content)
    {
        using var small = new MemoryStream();
        using (var press = new ZLibStream(small, CompressionLevel.Fastest, leaveOpen: true))
            press.Write(content);
        places.Add(file.Position);
        Write(file, $"{places.Count} 0 obj\n<< /Length {small.Length} /Filter /FlateDecode >>\nstream\n");
        small.WriteTo(file);
        Write(file, "\nendstream\nendobj\n");
    }

    static void End(MemoryStream file, List<long> places)
    {
        var table = file.Position;
        Write(file, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        Write(file, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R /Info {FirstPage} 0 R >>\nstartxref\n{table}\n%%EOF\n");
    }

    static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}

using System.Globalization;
using System.Text;

namespace PB.Web.Look;

/// <summary>Tables for spreadsheets.</summary>
static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Of(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new StringBuilder();
        foreach (var row in rows.Prepend(head))
            table.AppendJoin(',', row.Select(Text)).Append("\r\n");
        // The mark tells spreadsheets that it is UTF-8.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())];
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // A spreadsheet runs what begins like a formula; a leading apostrophe makes it words.
    static string Text(string text)
    {
        var harmless = text.Length > 0 && "=+-@\t\r\n|%".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

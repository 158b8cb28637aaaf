using System.Buffers;
using System.Text;

namespace PB.Tally.Files;

/// <summary>Writes rows of separated fields, with quotation marks where RFC 4180 asks for them.</summary>
sealed class RecordWriter(Stream stream, char separator, string newLine) : IDisposable
{
    readonly StreamWriter text = new(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
    readonly SearchValues<char> special = SearchValues.Create([separator, '"', '\n', '\r']);

    public void Write(params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) text.Write(separator);
            Field(fields[i]);
        }
        text.Write(newLine);
    }

    public void Dispose() => text.Dispose();

    void Field(string field)
    {
        var isPlain = field.AsSpan().IndexOfAny(special) < 0;
        if (isPlain) text.Write(field);
        else text.Write($"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}

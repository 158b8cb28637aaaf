// Longer than the house allows: splitting rows is one state machine over one buffer.
using System.Text;
using System.Text.Unicode;

namespace PB.Tally.Files;

/// <summary>Reads rows of separated fields with quoting, forward only; skips empty lines and knows the line of each row.</summary>
/// <remarks>The quoting is that of RFC 4180: quotation marks around a field, doubled inside it. A quoted field may hold newlines.</remarks>
sealed class RecordReader(Stream stream, byte separator, Remarks remarks) : Rows
{
    const byte Quote = (byte)'"', NewLine = (byte)'\n';
    const int LongestRow = 1 << 24;
    const string Unclosed = "The quotation mark that opens field {0} is never closed.";

    readonly record struct Field(int Start, int Length, bool HasQuotes);

    Field[] fields = new Field[16];
    byte[] buffer = new byte[1 << 16];
    int start, end, next, nextLine = 1, newLines, mended;
    bool isAtEnd, isStarted;

    /// <inheritdoc />
    public override ReadOnlySpan<byte> this[int field]
    {
        get
        {
            var (at, length, hasQuotes) = fields[field];
            var bytes = buffer.AsSpan(at, length);
            return Trim(hasQuotes ? Unquoted(bytes) : bytes);
        }
    }

    /// <inheritdoc />
    public override bool Read()
    {
        if (!isStarted) SkipMark();
        do
        {
            start = next;
            while (!TryRead()) Fill();
            if (start == end) return false;
            Line = nextLine;
            CheckText();
            nextLine += newLines;
        }
        while (Count == 1 && this[0].IsEmpty);
        return true;
    }

    // Splits the row that begins at start; false if its end is not in the buffer yet.
    bool TryRead()
    {
        (Count, next, newLines) = (0, start, 0);
        while (next < end)
        {
            var isWhole = SkipBlanks() && buffer[next] == Quote ? TryQuoted() : TryPlain();
            if (!isWhole) return false;
            if (next == end) return isAtEnd;
            if (buffer[next++] == NewLine)
            {
                newLines++;
                return true;
            }
            if (next == end && isAtEnd) Add(next, 0, false);
        }
        return isAtEnd;
    }

    bool SkipBlanks()
    {
        while (next < end && buffer[next] is (byte)' ' or (byte)'\t' && buffer[next] != separator) next++;
        return next < end;
    }

    bool TryPlain()
    {
        var length = buffer.AsSpan(next, end - next).IndexOfAny(separator, NewLine);
        if (length < 0 && !isAtEnd) return false;
        if (length < 0) length = end - next;
        Add(next, length, false);
        next += length;
        return true;
    }

    bool TryQuoted()
    {
        var (first, hasQuotes) = (next + 1, false);
        for (var at = first; ; at += 2, hasQuotes = true)
        {
            var length = at > end ? -1 : buffer.AsSpan(at, end - at).IndexOf(Quote);
            if (length < 0 && (isAtEnd || end - start > LongestRow)) return TryLiteral(Unclosed, "Close it, or get a whole copy of the file if this one is cut.");
            at += Math.Max(0, length);
            if (length < 0 || at + 1 == end && !isAtEnd) return false;
            if (at + 1 < end && buffer[at + 1] == Quote) continue;
            return TryEndQuoted(first, at, hasQuotes);
        }
    }

    bool TryEndQuoted(int first, int last, bool hasQuotes)
    {
        var after = last + 1;
        while (after < end && buffer[after] is (byte)' ' or (byte)'\t' or (byte)'\r' && buffer[after] != separator) after++;
        if (after == end && !isAtEnd) return false;
        if (after < end && buffer[after] != separator && buffer[after] != NewLine)
            return TryLiteral("There is text behind the closing quotation mark of field {0}.", "Double each quotation mark inside a quoted field.");
        newLines += buffer.AsSpan(first, last - first).Count(NewLine);
        Add(first, last - first, hasQuotes);
        next = after;
        return true;
    }

    // A field whose quotation marks make no sense is taken as it stands, up to the next separator or newline.
    bool TryLiteral(string what, string advice)
    {
        var line = nextLine + newLines;
        if (!TryPlain()) return false;
        if (mended == line) return true;
        mended = line;
        remarks.Repair(line, what.Replace("{0}", $"{Count}", StringComparison.Ordinal), advice, "The quotation marks were read as part of the text.");
        return true;
    }

    void Add(int at, int length, bool hasQuotes)
    {
        if (Count == fields.Length) Array.Resize(ref fields, 2 * Count);
        fields[Count++] = new(at, length, hasQuotes);
    }

    void CheckText()
    {
        var row = buffer.AsSpan(start, next - start);
        if (row.Contains((byte)0)) throw Error("This line holds a character of code zero. If the file was saved as UTF-16, save it as UTF-8; otherwise remove the character.");
        if (!Utf8.IsValid(row)) remarks.Repair(Line, "This line is not UTF-8 text.", "Save the file as UTF-8.", "What could not be read stands as \uFFFD.");
    }

    static byte[] Unquoted(ReadOnlySpan<byte> field)
    {
        var (bytes, count) = (new byte[field.Length], 0);
        for (var i = 0; i < field.Length; i++)
        {
            bytes[count++] = field[i];
            if (field[i] == Quote) i++;
        }
        return bytes[..count];
    }

    void SkipMark()
    {
        isStarted = true;
        Fill();
        if (buffer.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble)) next = 3;
    }

    void Fill()
    {
        if (end - start > 2 * LongestRow) throw new PabulibException(nextLine, "This line is longer than any file's. It may not be a Pabulib file.");
        if (start > 0) buffer.AsSpan(start, end - start).CopyTo(buffer);
        (next, end, start) = (next - start, end - start, 0);
        if (end == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
        var read = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        isAtEnd = end + read < buffer.Length;
        end += read;
    }
}

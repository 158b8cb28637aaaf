using System.Text;
using System.Text.Unicode;

namespace PB.Tally.Files;

/// <summary>Reads rows of semicolon-separated fields with quoting, forward only; skips empty lines and knows the line of each row.</summary>
sealed class RecordReader(Stream stream)
{
    const byte Quote = (byte)'"', Semicolon = (byte)';', NewLine = (byte)'\n';

    readonly List<(int Start, int Length, bool HasQuotes)> fields = [];
    byte[] buffer = new byte[1 << 16];
    char[] text = new char[1 << 10];
    int start, end, next, nextLine = 1;
    bool isAtEnd, isStarted;

    /// <summary>The line at which the present row begins; after the last row, the last line of the file.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>How many fields the present row has.</summary>
    public int Count => fields.Count;

    /// <summary>A field of the present row without blanks around it; valid until the next call.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            var (at, length, hasQuotes) = fields[field];
            if (text.Length < length) text = new char[Math.Max(length, text.Length * 2)];
            var chars = Encoding.UTF8.GetChars(buffer.AsSpan(at, length), text);
            return hasQuotes ? new string(text, 0, chars).Replace("\"\"", "\"", StringComparison.Ordinal).AsSpan().Trim() : text.AsSpan(0, chars).Trim();
        }
    }

    /// <summary>Goes to the next row that is not empty; false at the end of the file.</summary>
    public bool Read()
    {
        if (!isStarted) SkipMark();
        do
        {
            start = next;
            while (!TryRead()) Fill();
            if (start == end) return false;
            Line = nextLine;
            CheckText();
            nextLine += buffer.AsSpan(start, next - start).Count(NewLine);
        }
        while (Count == 1 && this[0].IsEmpty);
        return true;
    }

    public PabulibException Error(string reason) => new(Line, reason);

    // Splits the row that begins at start; false if its end is not in the buffer yet.
    bool TryRead()
    {
        fields.Clear();
        next = start;
        while (next < end)
        {
            var isWhole = SkipBlanks() && buffer[next] == Quote ? TryQuoted() : TryPlain();
            if (!isWhole) return false;
            if (next == end) return isAtEnd;
            if (buffer[next++] == NewLine) return true;
            if (next == end && isAtEnd) fields.Add((next, 0, false));
        }
        return isAtEnd;
    }

    bool SkipBlanks()
    {
        while (next < end && buffer[next] is (byte)' ' or (byte)'\t') next++;
        return next < end;
    }

    bool TryPlain()
    {
        var length = buffer.AsSpan(next, end - next).IndexOfAny(Semicolon, NewLine);
        if (length < 0 && !isAtEnd) return false;
        if (length < 0) length = end - next;
        fields.Add((next, length, false));
        next += length;
        return true;
    }

    bool TryQuoted()
    {
        var (first, hasQuotes) = (next + 1, false);
        for (var at = first; ; at += 2, hasQuotes = true)
        {
            var length = at > end ? -1 : buffer.AsSpan(at, end - at).IndexOf(Quote);
            if (length < 0 && isAtEnd) throw Unclosed();
            at += Math.Max(0, length);
            if (length < 0 || at + 1 == end && !isAtEnd) return false;
            if (at + 1 < end && buffer[at + 1] == Quote) continue;
            fields.Add((first, at - first, hasQuotes));
            next = at + 1;
            return EndQuoted();
        }
    }

    bool EndQuoted()
    {
        while (next < end && buffer[next] is (byte)' ' or (byte)'\t' or (byte)'\r') next++;
        if (next == end) return isAtEnd;
        if (buffer[next] is Semicolon or NewLine) return true;
        throw new PabulibException(
            nextLine,
            $"There is text behind the closing quotation mark of field {fields.Count}. Double each quotation mark inside a quoted field.");
    }

    PabulibException Unclosed() => new(
        nextLine,
        $"The quotation mark that opens field {fields.Count + 1} is never closed. Close it, or get a whole copy of the file if this one is cut.");

    void CheckText()
    {
        if (Utf8.IsValid(buffer.AsSpan(start, next - start))) return;
        throw Error("This line is not UTF-8 text. Save the file as UTF-8.");
    }

    void SkipMark()
    {
        isStarted = true;
        Fill();
        if (buffer.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble)) next = 3;
    }

    void Fill()
    {
        if (start > 0) buffer.AsSpan(start, end - start).CopyTo(buffer);
        (next, end, start) = (next - start, end - start, 0);
        if (end == buffer.Length) Array.Resize(ref buffer, checked(buffer.Length * 2));
        var read = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        isAtEnd = end + read < buffer.Length;
        end += read;
    }
}

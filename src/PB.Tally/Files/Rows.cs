using System.Text;

namespace PB.Tally.Files;

/// <summary>Rows of fields, read forward once, with the line at which each row begins.</summary>
abstract class Rows
{
    /// <summary>The line at which the present row begins; after the last row, the last line.</summary>
    public int Line { get; protected set; } = 1;

    /// <summary>How many fields the present row has.</summary>
    public int Count { get; protected set; }

    /// <summary>A field of the present row as UTF-8, without blanks around it; valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> this[int field] { get; }

    /// <summary>Goes to the next row that is not empty; false at the end.</summary>
    public abstract bool Read();

    public string Text(int field) => Encoding.UTF8.GetString(this[field]);

    public PabulibException Error(string reason) => new(Line, reason);

    /// <summary>The text without white space of any kind at both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && text[0] is <= (byte)' ' or >= 0x80)
        {
            Rune.DecodeFromUtf8(text, out var rune, out var length);
            if (!Rune.IsWhiteSpace(rune)) break;
            text = text[length..];
        }
        while (!text.IsEmpty && text[^1] is <= (byte)' ' or >= 0x80)
        {
            Rune.DecodeLastFromUtf8(text, out var rune, out var length);
            if (!Rune.IsWhiteSpace(rune)) break;
            text = text[..^length];
        }
        return text;
    }
}

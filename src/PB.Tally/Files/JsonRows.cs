using System.Text;
using System.Text.Json;

namespace PB.Tally.Files;

/// <summary>The rows of a section in JSON: the members of an object as keys with values, or the objects of an array with their members as columns.</summary>
sealed class JsonRows : Rows
{
    readonly byte[] bytes;
    readonly bool isObject;
    readonly List<string> names = [];
    byte[][] cells = [];
    JsonReaderState state;
    int at, counted;
    bool isOpen;

    public JsonRows(byte[] bytes, int start)
    {
        (this.bytes, at) = (bytes, start);
        isObject = bytes[start] == '{';
        Line = LineAt(bytes, start);
        counted = start;
        if (isObject) names = ["key", "value"];
        else Collect();
        // A list without rows names no columns.
        if (names.Count == 0) names = ["project_id", "cost", "voter_id", "vote", "points"];
    }

    /// <inheritdoc />
    public override ReadOnlySpan<byte> this[int field] => Trim(cells[field]);

    /// <summary>The line of a place in the text, from 1.</summary>
    public static int LineAt(ReadOnlySpan<byte> bytes, int at) => 1 + bytes[..at].Count((byte)'\n');

    /// <summary>How many bytes a mark of the encoding takes at the beginning.</summary>
    public static int MarkLength(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;

    /// <inheritdoc />
    public override bool Read()
    {
        if (!isOpen) return Open();
        var json = new Utf8JsonReader(bytes.AsSpan(at), isFinalBlock: true, state);
        json.Read();
        MoveTo(at + (int)json.TokenStartIndex);
        if (json.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) return false;
        cells = new byte[Count][];
        if (isObject) (cells[0], cells[1]) = (Name(ref json), Value(ref json));
        else ReadRow(ref json);
        (at, state) = (at + (int)json.BytesConsumed, json.CurrentState);
        return true;
    }

    // The names of the columns are the first row.
    bool Open()
    {
        var json = new Utf8JsonReader(bytes.AsSpan(at));
        json.Read();
        (at, state, isOpen, Count) = (at + (int)json.BytesConsumed, json.CurrentState, true, names.Count);
        cells = [.. names.Select(Encoding.UTF8.GetBytes)];
        return true;
    }

    // All names of members, in the order in which each occurs first.
    void Collect()
    {
        var known = new HashSet<string>();
        var json = new Utf8JsonReader(bytes.AsSpan(at));
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray) throw Error("A section has to be a list of objects, and meta an object.");
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartObject) throw new PabulibException(LineAt(bytes, at + (int)json.TokenStartIndex), "A row has to be an object. Write its columns as members.");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = Text(ref json);
                if (known.Add(name)) names.Add(name);
                json.Read();
                json.Skip();
            }
        }
    }

    void ReadRow(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref json);
            var column = names.IndexOf(name);
            if (cells[column] is not null) throw Error($"This row has two members {name}. Remove one.");
            cells[column] = Value(ref json);
        }
        for (var column = 0; column < cells.Length; column++) cells[column] ??= [];
    }

    byte[] Name(ref Utf8JsonReader json) => Encoding.UTF8.GetBytes(Text(ref json));

    byte[] Value(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray) return Encoding.UTF8.GetBytes(Scalar(ref json));
        var items = new List<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) items.Add(Scalar(ref json));
        return Encoding.UTF8.GetBytes(string.Join(',', items));
    }

    string Scalar(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => Text(ref json),
        JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
        JsonTokenType.Null => "",
        _ => throw Error("A value has to be a text, a number or a list of them."),
    };

    string Text(ref Utf8JsonReader json)
    {
        try
        {
            var text = json.GetString()!;
            return text.Contains('\0', StringComparison.Ordinal) ? throw Error("A text holds a character of code zero. Remove it.") : text;
        }
        catch (InvalidOperationException)
        {
            throw Error("A text is not Unicode. Save the file as UTF-8.");
        }
    }

    void MoveTo(int place)
    {
        Line += bytes.AsSpan(counted, place - counted).Count((byte)'\n');
        counted = place;
    }
}

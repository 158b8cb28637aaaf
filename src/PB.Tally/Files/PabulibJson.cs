using System.Text.Encodings.Web;
using System.Text.Json;

namespace PB.Tally.Files;

/// <summary>The same election as one JSON object.</summary>
/// <remarks>
/// <code>
/// { "meta": { "description": "…", "budget": "100000", … },
///   "projects": [ { "project_id": "b7", "cost": "1200.50", "name": "Bench", … }, … ],
///   "votes": [ { "voter_id": "1", "vote": ["b7", "a3"], "points": ["3", "1.5"], "age": "34", … }, … ] }
/// </code>
/// Keys and columns are those of a Pabulib file. All values are texts, so that no reader rounds them, and <c>vote</c> and <c>points</c> lists of texts.
/// Reading also takes numbers for texts, and texts with commas for lists. It lets pass, repairs and refuses what <see cref="PabulibFile.Read"/> does.
/// </remarks>
public static class PabulibJson
{
    static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly string[] Sections = ["meta", "projects", "votes"];

    /// <summary>Writes the object, indented.</summary>
    /// <param name="file">What to write.</param>
    /// <param name="stream">Gets the object; not closed.</param>
    /// <exception cref="InvalidOperationException">The file holds what cannot be read again, such as two projects of one id; the message names it.</exception>
    public static void Write(PabulibFile file, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(stream);
        var rows = new FileRows(file);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteStartObject("meta");
        foreach (var (key, value) in rows.Meta()) json.WriteString(key, value);
        json.WriteEndObject();
        Write(json, "projects", rows.ProjectHeader, rows.Projects());
        Write(json, "votes", rows.VoteHeader, rows.Votes());
        json.WriteEndObject();
    }

    /// <summary>Reads the object.</summary>
    /// <param name="stream">The bytes, read to their end and not closed.</param>
    /// <param name="reading">How to read; by default strictly.</param>
    /// <exception cref="PabulibException">It is no JSON or not in this shape; the error names the line and the reason.</exception>
    public static PabulibFile Read(Stream stream, PabulibReading? reading = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        try
        {
            var starts = Starts(bytes);
            return new FileReader(reading ?? new()).Read(new JsonRows(bytes, starts[0]), new JsonRows(bytes, starts[1]), new JsonRows(bytes, starts[2]), hasTitles: false);
        }
        catch (JsonException wrong)
        {
            throw new PabulibException((int)(wrong.LineNumber ?? 0) + 1, $"This is not JSON: {wrong.Message} Correct it, or get a whole copy.");
        }
    }

    // Where the value of each section begins.
    static int[] Starts(byte[] bytes)
    {
        var at = new int[Sections.Length];
        var mark = JsonRows.MarkLength(bytes);
        var json = new Utf8JsonReader(bytes.AsSpan(mark));
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new PabulibException(1, "The JSON is not an object. It has to have meta, projects and votes.");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var section = SectionAt(ref json);
            var line = JsonRows.LineAt(bytes, mark + (int)json.TokenStartIndex);
            if (section < 0 || at[section] > 0) throw new PabulibException(line, "The object may only have meta, projects and votes, each once. Remove what is more.");
            json.Read();
            at[section] = mark + (int)json.TokenStartIndex;
            json.Skip();
        }
        if (json.Read()) throw new PabulibException(JsonRows.LineAt(bytes, bytes.Length), "There is something behind the object. Remove it.");
        var missing = Array.IndexOf(at, 0);
        return missing < 0 ? at : throw new PabulibException(JsonRows.LineAt(bytes, bytes.Length), $"The object has no {Sections[missing]}. Add it.");
    }

    static int SectionAt(ref Utf8JsonReader json)
    {
        for (var section = 0; section < Sections.Length; section++)
            if (json.ValueTextEquals(Sections[section])) return section;
        return -1;
    }

    static void Write(Utf8JsonWriter json, string section, string[] header, IEnumerable<string[]> rows)
    {
        json.WriteStartArray(section);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < header.Length; i++) Member(json, header[i], row[i], section == "votes" && header[i] is ("vote" or "points"));
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16) json.Flush();
        }
        json.WriteEndArray();
    }

    static void Member(Utf8JsonWriter json, string name, string value, bool isList)
    {
        if (!isList)
        {
            json.WriteString(name, value);
            return;
        }
        json.WriteStartArray(name);
        foreach (var item in value.Split(',', StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}

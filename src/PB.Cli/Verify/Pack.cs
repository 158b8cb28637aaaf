using System.Text;
using System.Text.Json;
using PB.Tally.Log;

namespace PB.Cli.Verify;

/// <summary>A published pack, read as far as each step needs it. Whatever cannot be read is a <see cref="PackException"/> that names file and line.</summary>
sealed class Pack
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    readonly Lazy<PackRules> rules;
    readonly Lazy<PackSetup> setup;
    readonly Lazy<byte[][]> leaves;
    readonly Lazy<PackHeader[]> headers;
    readonly Lazy<PackBallot[]> ballots;
    readonly Lazy<PackEvent[]> events;

    public Pack(IReadOnlyDictionary<string, byte[]> files)
    {
        Files = files;
        rules = new(() => Object<PackRules>("rules.json"));
        setup = new(() => Object<PackSetup>("setup.json"));
        leaves = new(() => [.. Rows("leaves.txt", null, ' ', 2).Select((row, index) => row[0] == $"{index}" ? Hash("leaves.txt", index + 1, row[1])
            : throw new PackException("leaves.txt", index + 1, $"leaf {index} is expected here, not {row[0]}"))]);
        headers = new(() => [.. Rows("headers.csv", "index,tag,version,choices,area,class", ',', 6)
            .Select((row, i) => new PackHeader(Place(i + 2, row[0]), row[1], Number("headers.csv", i + 2, row[2]), row[3], row[4], row[5]))]);
        ballots = new(() => [.. Rows("ballots.csv", "index,salt,choices", ',', 3)
            .Select((row, i) => new PackBallot(Number("ballots.csv", i + 2, row[0]), row[1], Unquoted(i + 2, row[2])))]);
        events = new(() => [.. JsonLines<PackEvent>("events.jsonl")]);
    }

    public IReadOnlyDictionary<string, byte[]> Files { get; }
    public PackRules Rules => rules.Value;
    public PackSetup Setup => setup.Value;
    public Guid Round => Setup.Round;
    public byte[][] Leaves => leaves.Value;
    public PackHeader[] Headers => headers.Value;
    public PackBallot[] Ballots => ballots.Value;
    public PackEvent[] Events => events.Value;
    public PackHead[] Heads => [.. JsonLines<PackHead>("heads.jsonl")];
    public int Level => Object<PackPublication>("publication.json").Level;

    public PackEntry[] Entries => [.. Rows("entries.csv", "project,entry", ',', 2).Select((row, i) => new PackEntry(Number("entries.csv", i + 2, row[0]), row[1]))];

    public string[][] RegisterCounts => [.. Rows("register-counts.csv", "kind,name,count", ',', 3)];

    public byte[] Bytes(string name) => Files.TryGetValue(name, out var bytes) ? bytes : throw new PackException(name, 0, "the file is not in the pack");

    public string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    public T Object<T>(string name) => Parse<T>(name, 0, Text(name));

    public static T Parse<T>(string name, int line, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw new PackException(name, line, "it is null");
        }
        catch (JsonException wrong)
        {
            throw new PackException(name, line, $"it is not as the format says: {wrong.Message}");
        }
    }

    public static byte[] Hash(string name, int line, string hex, int length = 32)
    {
        if (hex.Length != 2 * length || hex.Any(c => !char.IsAsciiHexDigitLower(c))) throw new PackException(name, line, $"{length} bytes in hexadecimal are expected, not “{hex}”");
        return Convert.FromHexString(hex);
    }

    IEnumerable<T> JsonLines<T>(string name) => Lines(name).Select((line, index) => Parse<T>(name, index + 1, line));

    string[] Lines(string name)
    {
        var text = Text(name);
        return text.EndsWith('\n') ? text[..^1].Split('\n') : throw new PackException(name, 0, "it does not end in a line feed");
    }

    IEnumerable<string[]> Rows(string name, string? head, char separator, int fields)
    {
        var lines = Lines(name);
        if (head is not null && lines[0] != head) throw new PackException(name, 1, $"“{head}” is expected");
        for (var i = head is null ? 0 : 1; i < lines.Length; i++)
        {
            var row = lines[i].Split(separator, fields);
            yield return row.Length == fields ? row : throw new PackException(name, i + 1, $"{fields} fields are expected");
        }
    }

    int Place(int line, string text) => Number("headers.csv", line, text) is var place && place < Leaves.Length ? place
        : throw new PackException("headers.csv", line, $"there is no leaf {place}");

    public static int Number(string name, int line, string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
            : throw new PackException(name, line, $"a number is expected, not “{text}”");

    static string Unquoted(int line, string field) =>
        field.Length >= 2 && field[0] == '"' && field[^1] == '"' ? field[1..^1] : throw new PackException("ballots.csv", line, "the choices stand in quotation marks");
}

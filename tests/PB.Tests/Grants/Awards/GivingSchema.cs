using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PB.Tests.Grants.Awards;

/// <summary>
/// Looks whether a file keeps to the published schema of 360Giving, read from the folder PB_GRANTS or shared/grants in some folder above.
/// It knows the words that the schema uses, and refuses a schema that uses another.
/// </summary>
static class GivingSchema
{
    static readonly string? Folder = Environment.GetEnvironmentVariable("PB_GRANTS") ?? Above(AppContext.BaseDirectory);

    static readonly string[] SaysNothing = ["$id", "$schema", "$defs", "title", "description", "codelist", "openCodelist", "rollUp"];

    public static IReadOnlyList<string> FaultsOf(byte[] file)
    {
        Assert.SkipWhen(Folder is null, "No schema here: set PB_GRANTS to a folder with 360giving-schema.json and 360giving-package-schema.json.");
        var package = Read("360giving-package-schema.json");
        return [.. FaultsOf(JsonNode.Parse(file), package, package, "")];
    }

    static List<string> FaultsOf(JsonNode? value, JsonObject schema, JsonObject root, string at) =>
        schema.SelectMany(rule => FaultsOf(value, rule.Key, rule.Value!, root, at)).ToList();

    static IEnumerable<string> FaultsOf(JsonNode? value, string word, JsonNode rule, JsonObject root, string at) => word switch
    {
        _ when SaysNothing.Contains(word) => [],
        "$ref" => Follow((string)rule!, root) is var (target, its) ? FaultsOf(value, target, its, at) : [],
        "type" => If(!TypesAllowed(rule).Intersect(TypesOf(value)).Any(), $"{at} is no {rule}"),
        "required" => value is JsonObject thing ? rule.AsArray().Where(name => !thing.ContainsKey((string)name!)).Select(name => $"{at} has no {name}") : [],
        "properties" => value is JsonObject thing
            ? rule.AsObject().Where(one => thing.ContainsKey(one.Key)).SelectMany(one => FaultsOf(thing[one.Key], one.Value!.AsObject(), root, $"{at}/{one.Key}"))
            : [],
        "items" => value is JsonArray list ? list.SelectMany((item, index) => FaultsOf(item, rule.AsObject(), root, $"{at}/{index}")) : [],
        "enum" => If(!rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)), $"{at} is not on the list"),
        "oneOf" => If(rule.AsArray().Count(one => FaultsOf(value, one!.AsObject(), root, at).Count == 0) != 1, $"{at} is not exactly one of the kinds"),
        "minItems" => If(value is JsonArray list && list.Count < (int)rule!, $"{at} has too few"),
        "uniqueItems" => If(value is JsonArray list && list.DistinctBy(item => item!.ToJsonString()).Count() < list.Count, $"{at} has one twice"),
        "minimum" => If(value?.GetValueKind() is JsonValueKind.Number && (decimal)value! < (decimal)rule!, $"{at} is too small"),
        "pattern" => If(Text(value) is { } text && !Regex.IsMatch(text, (string)rule!, RegexOptions.ECMAScript), $"{at} is not written so"),
        "format" => If(Text(value) is { } text && !IsIn((string)rule!, text), $"{at} is no {rule}"),
        _ => throw new NotSupportedException($"The schema uses “{word}”, which this check does not know."),
    };

    static IEnumerable<string> If(bool isWrong, string fault) => isWrong ? [fault] : [];

    static (JsonObject Target, JsonObject Root) Follow(string reference, JsonObject root)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return Read("360giving-schema.json") is var other ? (other, other) : default;
        return (reference.Split('/').Skip(1).Aggregate(root, (node, name) => node[name]!.AsObject()), root);
    }

    static string[] TypesOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => ["object"],
        JsonValueKind.Array => ["array"],
        JsonValueKind.String => ["string"],
        JsonValueKind.Number => ["number"],
        JsonValueKind.True or JsonValueKind.False => ["boolean"],
        _ => ["null"],
    };

    static IEnumerable<string> TypesAllowed(JsonNode rule) => rule is JsonArray several ? several.Select(one => (string)one!) : [(string)rule!];

    static string? Text(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String ? (string)value! : null;

    static bool IsIn(string format, string text) => format switch
    {
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$") && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => throw new NotSupportedException($"The schema uses the format “{format}”, which this check does not know."),
    };

    static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder!, name)))!.AsObject();

    static string? Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, "shared", "grants") is var grants && Directory.Exists(grants))
                return grants;
        return null;
    }
}

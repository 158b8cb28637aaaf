using System.Text.Json;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

/// <summary>Real elections with their known outcomes: the folder PB_ELECTIONS, or shared/tally/pb in some folder above.</summary>
static class RealElections
{
    static readonly string? Folder = Environment.GetEnvironmentVariable("PB_ELECTIONS") is { } named ? Existing(named) : Above(AppContext.BaseDirectory);

    public static TheoryData<string> Names => Folder is null
        ? [""]
        : [.. Directory.EnumerateFiles(Folder, "*.pb").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>Those that a city counted by votes, most votes first, and whose winners are known.</summary>
    public static TheoryData<string> WithOfficialWinners => Folder is null ? [""] : [.. Names.Select(row => row.Data).Where(HasOfficialWinners)];

    /// <summary>Those with an expected outcome of a rule in a part of the file: <c>results</c> or <c>independent_exact</c>.</summary>
    public static TheoryData<string> With(string part, string rule) =>
        Folder is null ? [""] : [.. Names.Select(row => row.Data).Where(name => Outcome(name, part, rule) is not null)];

    /// <summary>The ids of the projects that the rule is expected to fund.</summary>
    public static IEnumerable<string> Selected(string name, string part, string rule) =>
        [.. Outcome(name, part, rule)!.Value.GetProperty("selected").EnumerateArray().Select(id => id.GetString()!)];

    /// <summary>True if the reference keeps the order of decision.</summary>
    public static bool IsOrdered(string name, string rule) => Outcome(name, "results", rule)!.Value.GetProperty("ordered").GetBoolean();

    public static PabulibFile Read(string name)
    {
        using var stream = File.OpenRead(PathOf(name));
        return PabulibFile.Read(stream);
    }

    /// <summary>The bytes of the files up to a size; none where there are no real elections.</summary>
    public static IEnumerable<byte[]> SmallerThan(int bytes) => Folder is null
        ? []
        : new DirectoryInfo(Folder).GetFiles("*.pb").Where(file => file.Length < bytes).OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File.ReadAllBytes(file.FullName));

    public static string PathOf(string name)
    {
        Assert.SkipWhen(Folder is null, "No real elections here: set PB_ELECTIONS to a folder of .pb files with their .expected.json.");
        return Path.Combine(Folder, name + ".pb");
    }

    public static JsonElement Expected(string name)
    {
        var path = Path.ChangeExtension(PathOf(name), ".expected.json");
        Assert.SkipUnless(File.Exists(path), $"{name} has no expected outcome beside it.");
        using var stream = File.OpenRead(path);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    static JsonElement? Outcome(string name, string part, string rule)
    {
        if (!Expected(name).TryGetProperty(part, out var all)) return null;
        if (part != "results") all = all.GetProperty("results");
        return all.TryGetProperty(rule, out var outcome) && outcome.TryGetProperty("selected", out _) ? outcome : null;
    }

    static bool HasOfficialWinners(string name)
    {
        var expected = Expected(name);
        var isByVotes = expected.GetProperty("vote_type").GetString() is "approval" or "choose-1";
        return isByVotes && expected.TryGetProperty("official", out var official) && official.ValueKind == JsonValueKind.Object
            && official.GetProperty("rule").GetString()!.StartsWith("greedy", StringComparison.Ordinal);
    }

    static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;

    static string? Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, "shared", "tally", "pb") is var elections && Directory.Exists(elections)) return elections;
        return null;
    }
}

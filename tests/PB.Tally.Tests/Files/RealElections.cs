using System.Collections.Concurrent;
using System.Text.Json;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

/// <summary>Real elections with their known outcomes: the folder PB_ELECTIONS, or shared/tally/pb in some folder above.</summary>
static class RealElections
{
    static readonly string? Folder = Environment.GetEnvironmentVariable("PB_ELECTIONS") is { } named ? Existing(named) : Above(AppContext.BaseDirectory);

    static readonly ConcurrentDictionary<string, Lazy<PabulibFile>> Files = new();
    static readonly ConcurrentDictionary<string, Lazy<Election>> Elections = new();
    static readonly ConcurrentDictionary<string, Lazy<JsonElement>> Outcomes = new();

    public static TheoryData<string> Names => Folder is null
        ? [""]
        : [.. Directory.EnumerateFiles(Folder, "*.pb").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    // Any file may lie in the folder; only some have an expected outcome beside them.
    static IEnumerable<string> Documented =>
        Names.Select(row => row.Data).Where(name => File.Exists(Path.Combine(Folder!, name + ".expected.json")));

    /// <summary>Those that a city counted by votes, most votes first, and whose winners are known.</summary>
    public static TheoryData<string> WithOfficialWinners => Folder is null ? [""] : [.. Documented.Where(HasOfficialWinners)];

    /// <summary>Those with an expected outcome of a rule in a part of the file: <c>results</c> or <c>independent_exact</c>.</summary>
    public static TheoryData<string> With(string part, string rule) =>
        Folder is null ? [""] : [.. Documented.Where(name => Outcome(name, part, rule) is not null)];

    /// <summary>Every rule with an expected outcome, and the file that has it; once, whichever part of the file tells it.</summary>
    public static IEnumerable<(string Rule, string Name)> Rules => Folder is null
        ? []
        : Documented.SelectMany(name => Parts(name).SelectMany(part => part.EnumerateObject()).Select(rule => rule.Name).Distinct().Select(rule => (rule, name)));

    /// <summary>The outcomes that the parts of a file expect of a rule: of the academic reference, of a second exact count, or of both.</summary>
    public static IEnumerable<JsonElement> OutcomesOf(string name, string rule) =>
        Parts(name).Where(part => part.TryGetProperty(rule, out _)).Select(part => part.GetProperty(rule)).Where(outcome => outcome.TryGetProperty("selected", out _));

    /// <summary>The ids of the projects that the rule is expected to fund.</summary>
    public static IEnumerable<string> Selected(string name, string part, string rule) =>
        [.. Outcome(name, part, rule)!.Value.GetProperty("selected").EnumerateArray().Select(id => id.GetString()!)];

    /// <summary>True if the reference keeps the order of decision.</summary>
    public static bool IsOrdered(string name, string rule) => Outcome(name, "results", rule)!.Value.GetProperty("ordered").GetBoolean();

    /// <summary>The file of this name, read once for all tests.</summary>
    public static PabulibFile Read(string name)
    {
        var path = PathOf(name);
        return Files.GetOrAdd(name, _ => new(() =>
        {
            using var stream = File.OpenRead(path);
            return PabulibFile.Read(stream);
        })).Value;
    }

    /// <summary>The election of a file, its projects numbered by their ids, which is how the references break ties.</summary>
    public static Election ById(string name)
    {
        var file = Read(name);
        return Elections.GetOrAdd(name, _ => new(() => file.ToElection(ProjectOrder.Id))).Value;
    }

    /// <summary>The ids of the projects that a count by id funds, in the order of decision.</summary>
    public static IEnumerable<string> Funded(string name, Count count)
    {
        var projects = Read(name).InOrder(ProjectOrder.Id);
        return count.Funded.Select(number => projects[number - 1].Id);
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
        return Outcomes.GetOrAdd(name, _ => new(() =>
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.Clone();
        })).Value;
    }

    static IEnumerable<JsonElement> Parts(string name)
    {
        var expected = Expected(name);
        yield return expected.GetProperty("results");
        if (expected.TryGetProperty("independent_exact", out var second) && second.ValueKind == JsonValueKind.Object) yield return second.GetProperty("results");
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

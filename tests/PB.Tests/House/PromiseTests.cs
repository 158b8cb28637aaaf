using System.Text.RegularExpressions;
using PB.Data;
using PB.Tests.Town;

namespace PB.Tests.House;

/// <summary>The table of promises says what is so.</summary>
public sealed partial class PromiseTests
{
    static readonly string Table = File.ReadAllText(Path.Combine(Server.Root, "tests", "README.md"));

    [Fact]
    public void Every_test_that_the_table_names_exists()
    {
        var tests = SourceFiles.CSharp("tests/").ToLookup(file => Path.GetFileNameWithoutExtension(file.Path), file => file.Text);
        var named = Named().Matches(Table).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).Distinct().ToList();

        Assert.InRange(named.Count, 50, int.MaxValue);
        Assert.All(named, test => Assert.Contains(tests[test.Class], text => text.Contains($" {test.Method}(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_number_of_the_drawing_stands_in_it_once()
    {
        foreach (var (letter, last) in (((char, int)[])[('I', 43), ('R', 40), ('T', 74)]))
            Assert.Equal(
                Enumerable.Range(1, last).Select(n => $"{letter}{n:00}"),
                Lines().SelectMany(line => line.Split('|')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(id => id[0] == letter).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_it_says_the_check_asks_the_check_asks() =>
        Assert.Equal(
            Invariant.All.Select(invariant => invariant.Id),
            Lines().Where(line => line.Contains("| `ops/pb check`", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim()));

    // The lists of the drawing; other numbers follow after them.
    static IEnumerable<string> Lines() => Table.Split("\n## What other platforms")[0].Split('\n').Where(line => Row().IsMatch(line));

    [GeneratedRegex("`([A-Z][A-Za-z]+)\\.([A-Z0-9][A-Za-z0-9_]+)`")]
    private static partial Regex Named();

    [GeneratedRegex("^\\| [IRT][0-9]")]
    private static partial Regex Row();
}

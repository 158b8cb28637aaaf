using System.Runtime.CompilerServices;
using PB.Tally.Files;
using PB.Tally.Tests.Cli;

namespace PB.Tally.Tests;

/// <summary>The package's README says what is so: its examples are the code below, line by line, and print what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_first_example_prints_what_the_readme_says()
    {
        using var output = new StringWriter { NewLine = "\n" };
        CountAnElection(output);
        Assert.Equal(Blocks("text").Single(), output.ToString().TrimEnd());
    }

    [Fact]
    public void The_second_example_counts_a_file()
    {
        using var village = new Village();
        Assert.NotEmpty(CountAFile(village.Path));
    }

    [Fact]
    public void The_examples_are_the_code_that_is_run_here()
    {
        var code = Squeezed(File.ReadAllText(ThisFile()));
        Assert.Equal(2, Blocks("csharp").Count());
        Assert.All(Blocks("csharp"), block => Assert.Contains(Squeezed(block), code, StringComparison.Ordinal));
    }

    static void CountAnElection(TextWriter output)
    {
        var election = new Election(
            new Money(100_000_00),
            [new(1, new(60_000_00)), new(2, new(50_000_00)), new(3, new(30_000_00))],
            [new([1, 2], Times: 5), new([1], Times: 4), new([3], Times: 3)]);

        var rule = new EqualSharesRule { Increase = Increase.OneUnit, FillUp = FillUp.Greedy };
        var count = rule.Count(election, Detail.WhatIf);

        foreach (var step in count.Steps)
            output.WriteLine($"{step.Number}: {step.Outcome}, {step.Votes} votes, {step.VotesShort ?? 0} short");
    }

    static IEnumerable<string> CountAFile(string path)
    {
        using var stream = File.OpenRead(path);
        var file = PabulibFile.Read(stream);
        var named = Rules.Named("phragmen", new Money(file.Currency.MinorPerMajor))!;
        var funded = named.Count(file.ToElection()).Funded.Select(number => file.Projects[number - 1].Id);
        return funded;
    }

    // What stands between the fences of a language.
    static IEnumerable<string> Blocks(string language) => File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "src", "PB.Tally", "README.md"))
        .ReplaceLineEndings("\n").Split($"```{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)]);

    static string Squeezed(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    static string ThisFile([CallerFilePath] string path = "") => path;
}

using System.Text.Json;
using PB.Cli;
using PB.Tally.Tests.Files;

namespace PB.Tally.Tests.Cli;

public sealed class ToolTests : IDisposable
{
    const string Bridge = "META\nkey;value\ndescription;x\ncountry;UK\nunit;Town\ninstance;2026\nnum_projects;4\nnum_votes;3\nbudget;2000.50\nvote_type;approval\n"
        + "rule;greedy\ndate_begin;2026\ndate_end;2026\ncurrency;GBP\nPROJECTS\nproject_id;cost;name\nfree;0;Walk\nb10;1500;Bench\nb9;1500;Swing\nnone;9;Nothing\n"
        + "VOTES\nvoter_id;vote\n1;b10,b9,free\n2;b9,b10\n3;b9,b10\n";

    readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public ToolTests() => File.WriteAllText(path, Bridge);

    public static TheoryData<string> Names => RealElections.Names;

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_file_is_counted_into_a_table()
    {
        var (code, output, error) = Run("tally", path, "--rule", "greedy_cost");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("b10   Bench        3  1,500  funded        500.50", output, StringComparison.Ordinal);
        Assert.Contains("1 vote or 999.50", output, StringComparison.Ordinal);
        Assert.Contains("Tie: b10, b9", output, StringComparison.Ordinal);
        Assert.Contains("3 ballots. Funded: 3 of 4 projects.", output, StringComparison.Ordinal);
        Assert.Contains("Spent 1,509 of 2,000.50 GBP, left 491.50.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_the_order_and_the_amounts_are_the_references()
    {
        var (code, output, _) = Run("tally", "--json", path, "--rule=greedy_cost");
        var count = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, "greedy_cost"), (code, count.GetProperty("rule").GetString()));
        Assert.Equal((2000.50m, 1509m), (count.GetProperty("budget").GetDecimal(), count.GetProperty("spent").GetDecimal()));
        Assert.Equal(["b10", "free", "none"], Texts(count.GetProperty("funded")));
        Assert.Equal(["b10", "b9"], Texts(count.GetProperty("ties")[0].GetProperty("order")));
    }

    [Theory, MemberData(nameof(Names))]
    public void Real_elections_give_the_references_outcome_in_its_order(string name)
    {
        var (code, output, _) = Run("tally", RealElections.PathOf(name), "--rule", "greedy_cost", "--json");
        Assert.Equal(0, code);
        Assert.Equal(
            Texts(RealElections.Expected(name).GetProperty("results").GetProperty("greedy_cost").GetProperty("selected")),
            Texts(JsonDocument.Parse(output).RootElement.GetProperty("funded")));
    }

    [Fact]
    public void A_wrong_file_is_named_with_its_line_and_the_reason()
    {
        File.WriteAllText(path, Bridge.Replace("3;b9,b10\n", "3;b9,b11\n", StringComparison.Ordinal));
        var (code, output, error) = Run("tally", path, "--rule", "greedy_cost");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("line 25: This vote chooses project 'b11'", error, StringComparison.Ordinal);
        Assert.Equal(1, Run("tally", path + ".absent", "--rule", "greedy_cost").Code);
    }

    [Fact]
    public void Help_is_given_when_asked_for_and_wrong_use_is_code_2()
    {
        Assert.Contains("pb tally FILE", Run("--help").Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", Run("tally", "--help").Output, StringComparison.Ordinal);
        string[][] wrong =
        [
            [], ["count"], ["tally"], ["tally", path], ["tally", path, "--rule"], ["tally", path, "--rule", "x"],
            ["tally", path, path, "--rule", "greedy_cost"], ["tally", path, "-q"],
        ];
        Assert.All(wrong, args => Assert.Equal(2, Run(args).Code));
        Assert.All(wrong, args => Assert.Contains("--help", Run(args).Error, StringComparison.Ordinal));
    }

    static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString());

    static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return (Tool.Run(args, output, error), output.ToString(), error.ToString());
    }
}

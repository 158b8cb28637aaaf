using System.Text.Json;
using PB.Tally.Tests.Files;
using static PB.Tally.Tests.Cli.Tools;

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
    public void An_unknown_rule_is_told_the_nearest_names()
    {
        Assert.Equal(
            "pb tally: there is no rule 'phragman'. The nearest: phragmen. Try: pb tally --help\n",
            Run("tally", path, "--rule", "phragman").Error);
        Assert.Contains("there is no rule 'greedy'", Run("compare", path, "--rules", "phragmen,greedy").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("greedy_points", "greedy_points counts points, and the ballots of this file are approvals (vote_type approval). Rules for them: greedy_cost")]
    [InlineData("maxwelfare_borda", "maxwelfare_borda counts places in rankings, and the ballots of this file are approvals")]
    public void A_rule_for_other_ballots_is_refused_with_those_that_suit(string rule, string sentence)
    {
        var (code, output, error) = Run("tally", path, "--rule", rule);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_name_in_the_help_and_counts_the_ballots_that_it_is_for()
    {
        var help = Run("tally", "--help").Output;
        foreach (var rule in Rules.Names)
        {
            var stem = rule.StartsWith("mes_", StringComparison.Ordinal) ? string.Join('_', rule.Split('_').Take(2)) : MisfitOf(rule) is { } ending ? ending : rule;
            Assert.Contains($"\n  {stem}", help, StringComparison.Ordinal);
            var isForOthers = ((string[])["points", "borda", "ear", "cstv"]).Intersect(rule.Split('_')).Any();
            Assert.Equal(isForOthers ? 2 : 0, Run("tally", path, "--rule", rule, "--json").Code);
        }
    }

    [Theory]
    [InlineData("price", "b9", "price")]
    [InlineData("votes", "b10", "project_id")]
    [InlineData("number", "b10", "project_id")]
    public void Ties_are_broken_as_asked_for(string ties, string first, string decidedBy)
    {
        File.WriteAllText(path, Bridge.Replace("b9;1500", "b9;1499", StringComparison.Ordinal));
        var count = JsonDocument.Parse(Run("tally", path, "--rule", "greedy_votes", "--ties", ties, "--json").Output).RootElement;
        Assert.Equal(first, Texts(count.GetProperty("funded")).First());
        Assert.Equal(decidedBy, count.GetProperty("ties")[0].GetProperty("decided_by").GetString());
    }

    [Fact]
    public void A_lot_is_drawn_from_its_seed()
    {
        Assert.Equal(2, Run("tally", path, "--rule", "greedy_votes", "--ties", "lot").Code);
        Assert.Contains("by the lot", Run("tally", path, "--rule", "greedy_votes", "--ties", "lot", "--seed", "beacon").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lenient_reading_says_what_it_repaired()
    {
        File.WriteAllText(path, Bridge.Replace("3;b9,b10\n", "3;b9,b11\n", StringComparison.Ordinal));
        var (code, output, error) = Run("tally", path, "--rule", "greedy_votes", "--lenient", "--json");
        Assert.Equal(0, code);
        Assert.Contains("pb tally: repaired: Line 25:", error, StringComparison.Ordinal);
        Assert.Equal(3, JsonDocument.Parse(output).RootElement.GetProperty("ballots").GetInt32());
    }

    [Fact]
    public void Help_is_given_when_asked_for_and_wrong_use_is_code_2()
    {
        Assert.Contains("pb tally FILE", Run("--help").Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", Run("tally", "--help").Output, StringComparison.Ordinal);
        string[][] wrong =
        [
            [], ["count"], ["tally"], ["tally", path], ["tally", path, "--rule"], ["tally", path, "--rule", "x"],
            ["tally", path, path, "--rule", "greedy_cost"], ["tally", path, "-q"], ["tally", path, "--rule", "--json"],
            ["tally", path, "--rule", "greedy_cost", "--ties", "age"], ["tally", path, "--rule", "greedy_cost", "--seed", "x"],
            ["tally", path, "--rule", "greedy_cost", "--explain", "b8"], ["compare"], ["compare", path, "--rules", "phragmen"], ["compare", path, "--explain", "b9"],
        ];
        Assert.All(wrong, args => Assert.Equal(2, Run(args).Code));
        Assert.All(wrong, args => Assert.Contains("--help", Run(args).Error, StringComparison.Ordinal));
    }

    static string? MisfitOf(string rule) => Array.Find(["_stop", "_part_fund", "_top_up"], ending => rule.EndsWith(ending, StringComparison.Ordinal));

    static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString());
}

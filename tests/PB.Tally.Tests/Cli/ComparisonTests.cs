using System.Text.Json;

namespace PB.Tally.Tests.Cli;

public sealed class ComparisonTests
{
    [Fact]
    public void Rules_stand_side_by_side_with_what_they_do_to_voters_and_categories()
    {
        using var village = new Village();
        var (code, output, error) = Tools.Run("compare", village.Path, "--rules", "greedy_votes,phragmen");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("""
            Rule
               Rule          Spent   Left  Funded  With nothing  Projects each  Money each
            A  greedy_votes    900   0.0%       2         44.4%           1.00      455.56
            B  phragmen        790  12.2%       2         11.1%           0.89      374.44
            With nothing: voters of whose projects none is funded. Each: on average for a voter, of the projects
            that they chose.

            Spending by category
            Category  of votes      A      B
            culture      33.3%  55.6%  63.3%
            green        20.0%   0.0%  36.7%
            roads        33.3%  44.4%   0.0%
            sport        33.3%   0.0%  36.7%
            A project with several categories is in each of them.

            Projects funded by every rule: 1. By some and not by others: 2.

            Where they differ
            Id  Project   Votes  Cost    A    B
            R   New road      4   400  yes    -
            P   Park          3   290    -  yes

            """, output);
    }

    [Fact]
    public void What_would_steer_the_terminal_is_taken_out_of_names_and_no_letter_is_cut_in_half()
    {
        using var village = new Village(text => text.Replace("New road", "New\u001b[2J\troad " + string.Concat(Enumerable.Repeat("\U0001F333", 60)), StringComparison.Ordinal));
        var output = Tools.Run("compare", village.Path, "--rules", "greedy_votes,phragmen").Output + Tools.Run("tally", village.Path, "--rule", "greedy_votes").Output;
        Assert.Equal(2, output.Split("New [2J road \U0001F333").Length - 1);
        Assert.DoesNotContain(output.Split('\n'), line => line.Any(char.IsControl) || line.Contains('\uFFFD', StringComparison.Ordinal) || line.Contains("\uD83C…", StringComparison.Ordinal));
    }

    [Fact]
    public void As_json_each_rule_has_its_figures()
    {
        using var village = new Village();
        var comparison = JsonDocument.Parse(Tools.Run("compare", village.Path, "--json").Output).RootElement;
        var rules = comparison.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!);
        Assert.Subset(rules.Keys.ToHashSet(), new HashSet<string> { "greedy_cost", "phragmen", "maxwelfare_card" });
        Assert.Equal((0.444444444444m, 1m), (rules["greedy_cost"].GetProperty("share_with_nothing").GetDecimal(), rules["greedy_cost"].GetProperty("average_projects").GetDecimal()));
        Assert.Equal(["H", "R"], rules["greedy_cost"].GetProperty("funded").EnumerateArray().Select(id => id.GetString()));
        Assert.Contains(comparison.GetProperty("differing").EnumerateArray(), project => project.GetProperty("id").GetString() == "P");
    }

    [Fact]
    public void Rules_that_agree_leave_nothing_to_list()
    {
        using var village = new Village();
        var output = Tools.Run("compare", village.Path, "--rules", "greedy_cost,greedy_votes").Output;
        Assert.Contains("Projects funded by every rule: 2. By some and not by others: 0.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Where they differ", output, StringComparison.Ordinal);
    }
}

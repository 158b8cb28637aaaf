using System.Text;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

public sealed class LenientTests
{
    // META is on lines 1 to 14, PROJECTS on 15 to 18, VOTES on 19 to 23.
    const string Projects = "PROJECTS\nproject_id;cost;selected\na;10;1\nb;7;0\n";
    const string Votes = "VOTES\nvoter_id;vote\n7;a,b\n8;b\n9;a\n";
    static readonly string Whole = PabulibFileTests.Meta() + Projects + Votes;

    [Theory]
    [InlineData("unit;Town\n", "", 14, "no row unit", "empty")]
    [InlineData("description;x", "description;x;y;;z", 3, "5 fields", "whole rest")]
    [InlineData("unit;Town", "country;Town", 5, "two rows country", "'country (2)'")]
    [InlineData("budget;20.5", "budget;1 000 000,50 zł", 9, "not a number", "1000000.50")]
    [InlineData("budget;20.5", "budget;1,000", 9, "thousands", "1000")]
    [InlineData("budget;20.5", "budget;1.234.567", 9, "not a number", "1234567")]
    [InlineData("budget;20.5", "budget;1.5e+06", 9, "not a number", "read as 1500000.")]
    [InlineData("currency;PLN", "currency;JPY", 9, "finer", "read as 20.")]
    [InlineData("budget;20.5", "budget;20.505", 9, "finer", "20.50")]
    [InlineData("vote_type;approval", "vote_type;loudest", 10, "loudest", "approvals")]
    [InlineData("num_projects;2", "num_projects;3", 7, "PROJECTS has 2 rows", "2 rows")]
    [InlineData("num_votes;3", "num_votes;many", 8, "whole number", "3 rows")]
    [InlineData("num_votes;3", "num_votes;4", 23, "VOTES has 3", "3 rows")]
    [InlineData("currency;PLN", "currency;złoty", 14, "three letters", "two decimals")]
    [InlineData("PROJECTS\n", "PROJECTS;;\n", 15, "separators behind", "left out")]
    [InlineData("project_id;cost;selected", "project_id;cost;cost", 16, "two columns cost", "'cost (3)'")]
    [InlineData("a;10;1", "a;10", 17, "2 fields", "empty")]
    [InlineData("a;10;1", "a;10;1;;x", 17, "5 fields", "'x'")]
    [InlineData("b;7;0", ";7;0", 18, "no project_id", "'line 18'")]
    [InlineData("b;7;0", "b;7;9", 18, "selected is '9'", "empty")]
    [InlineData("b;7;0", "b;7;0\na;8;1", 19, "project_id a", "'a (2)'")]
    [InlineData("b;7;0", "b;7;\"0", 18, "never closed", "part of the text")]
    [InlineData("7;a,b", "7;a,c,b", 21, "'c'", "without it")]
    [InlineData("7;a,b", "7;a,,b", 21, "empty place", "left out")]
    [InlineData("7;a,b", "7;a;b", 21, "3 fields", "'b'")]
    [InlineData("8;b", ";b", 22, "no voter_id", "'line 22'")]
    [InlineData("8;b", "7;b", 22, "voter_id 7", "'7 (2)'")]
    [InlineData("9;a\n", "9", 23, "1 fields", "empty")]
    public void Lenient_reading_repairs_and_says_the_line_what_and_how(string whole, string broken, int line, string what, string how)
    {
        Assert.Contains(whole, Whole, StringComparison.Ordinal);
        var text = Whole.Replace(whole, broken, StringComparison.Ordinal);
        Assert.Throws<PabulibException>(() => PabulibFileTests.Read(text));
        var file = Read(text);
        var repair = file.Repairs.First(repair => repair.What.Contains(what, StringComparison.Ordinal));
        Assert.Equal(line, repair.Line);
        Assert.Contains(how, repair.How, StringComparison.Ordinal);
        Assert.Equal(3, file.Votes.Length);
        Assert.Equal(3, new GreedyRule().Count(file.ToElection()).Ballots);
    }

    [Theory]
    [InlineData("budget;20.5\n", "")]
    [InlineData("budget;20.5", "budget;plenty")]
    [InlineData("a;10;1", "a;;1")]
    [InlineData("voter_id;vote", "voter;vote")]
    [InlineData("9;a\n", "9;a\nPROJECTS\n")]
    [InlineData("VOTES\nvoter_id;vote\n7;a,b\n8;b\n9;a\n", "")]
    [InlineData("8;b", "8\0;b")]
    public void What_cannot_be_guessed_is_an_error_also_in_lenient_reading(string whole, string broken) =>
        Assert.Throws<PabulibException>(() => Read(Whole.Replace(whole, broken, StringComparison.Ordinal)));

    [Fact]
    public void Points_that_do_not_fit_their_projects_are_repaired_one_by_one()
    {
        var file = Read($"{PabulibFileTests.Meta("scoring")}{Projects}VOTES\nvoter_id;vote;points\n7;a,x,b;3,2,1\n8;a,b;5\n9;a;many\n");
        Assert.Equal(["3,1", "5,0", "0"], file.Votes.Select(vote => string.Join(',', vote.Points)));
        Assert.Equal([21, 22, 23], file.Repairs.Select(repair => repair.Line));
    }

    [Fact]
    public void Of_several_projects_in_a_single_choice_the_first_counts()
    {
        var file = Read(PabulibFileTests.Meta("choose-1") + Projects + Votes);
        Assert.Equal([0], file.Votes[0].Projects);
        Assert.Equal(21, Assert.Single(file.Repairs).Line);
    }

    [Fact]
    public void Text_that_is_not_utf8_is_read_with_a_mark_for_what_is_lost()
    {
        var file = Read(Encoding.Latin1.GetBytes(Whole.Replace("unit;Town", "unit;Zürich", StringComparison.Ordinal)));
        Assert.Equal("Z\uFFFDrich", file.Meta["unit"]);
        Assert.Equal(5, Assert.Single(file.Repairs).Line);
    }

    [Fact]
    public void A_good_file_needs_no_repair() => Assert.Empty(Read(Whole).Repairs);

    [Fact]
    public void Votes_that_break_what_the_city_promised_count_and_are_named_once_a_kind()
    {
        const string Promises = "max_length;1\nmin_length;1\nmax_sum_points;3\nmax_points;2\nmin_points;-1\nmax_sum_cost;16.99\nmin_sum_cost;x\ndefault_score;1\n";
        var meta = PabulibFileTests.Meta("scoring") + Promises;
        var file = PabulibFileTests.Read($"{meta}PROJECTS\nproject_id;cost;votes\na;10;3\nb;7;1\nVOTES\nvoter_id;vote;points\n7;a,b;4,-2\n8;b,b;1,1\n9;a;4\n");
        Assert.Equal(3, file.Votes.Length);
        Assert.Equal(
            [
                (21, "min_sum_cost is 'x'"), (22, "default_score is 1"), (29, "1 vote(s) list more projects than max_length"), (29, "1 vote(s) list projects for more than max_sum_cost"),
                (29, "2 vote(s) give a project more points than max_points"), (29, "1 vote(s) give a project fewer points than min_points"),
                (30, "1 vote(s) list a project more than once"), (31, "1 vote(s) give more points in all than max_sum_points"),
                (25, "Project a has 3 votes"), (26, "Project b has 1 votes"),
            ],
            file.Warnings.Select(warning => (warning.Line, Beginning(warning.What))));
    }

    [Fact]
    public void What_older_files_write_for_an_empty_cell_is_empty()
    {
        var file = PabulibFileTests.Read(PabulibFileTests.Meta() + "PROJECTS\nproject_id;cost;name;selected\na;10;None;none\nb;7;Swing;1\n" + "VOTES\nvoter_id;vote;age\n7;None;None\n8;b;40-59\n9;a;\n");
        Assert.Equal(("a", null), (file.Projects[0].Name, file.Projects[0].Selected));
        Assert.Empty(file.Votes[0].Projects);
    }

    [Fact]
    public void The_other_columns_of_votes_are_kept_when_asked_for()
    {
        var text = PabulibFileTests.Meta() + Projects + "VOTES\nage;vote;voter_id;what, else\n40-59;a;7;\"x;\n\"\"y\"\"\"\n;b;8;None\n16;;9;z\n";
        var file = PabulibFileTests.Read(text);
        Assert.All(file.Votes, vote => Assert.Empty(vote.Cells));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        file = PabulibFile.Read(stream, new() { KeepsCells = true });
        Assert.Equal(["age", "what, else"], file.VoteColumns);
        Assert.Equal([["40-59", "x;\n\"y\""], ["", ""], ["16", "z"]], file.Votes.Select(vote => vote.Cells.ToArray()));
    }

    static PabulibFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    static PabulibFile Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return PabulibFile.Read(stream, new() { IsLenient = true });
    }

    static string Beginning(string what)
    {
        string[] known =
        [
            "min_sum_cost is 'x'", "default_score is 1", "1 vote(s) list more projects than max_length", "1 vote(s) list projects for more than max_sum_cost",
            "2 vote(s) give a project more points than max_points", "1 vote(s) give a project fewer points than min_points",
            "1 vote(s) list a project more than once", "1 vote(s) give more points in all than max_sum_points", "Project a has 3 votes", "Project b has 1 votes",
        ];
        return known.FirstOrDefault(beginning => what.StartsWith(beginning, StringComparison.Ordinal)) ?? what;
    }
}

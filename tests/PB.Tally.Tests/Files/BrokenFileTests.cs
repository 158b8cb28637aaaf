using System.Text;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

public sealed class BrokenFileTests
{
    // META is on lines 1 to 14, PROJECTS on 15 to 18, VOTES on 19 to 23.
    const string Projects = "PROJECTS\nproject_id;cost;selected\na;10;1\nb;7;0\n";
    const string Votes = "VOTES\nvoter_id;vote\n7;a,b\n8;b\n9;a\n";
    static readonly string Whole = PabulibFileTests.Meta() + Projects + Votes;

    [Theory]
    [InlineData("description;x", "description", 3, "1 fields")]
    [InlineData("META\n", "MATE\n", 1, "META")]
    [InlineData("key;value", "key;wert", 2, "value")]
    [InlineData("unit;Town\n", "", 14, "no row unit")]
    [InlineData("unit;Town", "country;Town", 5, "two rows country")]
    [InlineData("budget;20.5", "budget;plenty", 9, "is not a number")]
    [InlineData("budget;20.5", "budget;-1", 9, "below zero")]
    [InlineData("budget;20.5", "budget;1e6", 9, "is not a number")]
    [InlineData("budget;20.5", "budget;20.505", 9, "finer")]
    [InlineData("budget;20.5", "budget;1,000", 9, "thousands")]
    [InlineData("budget;20.5", "budget;99999999999999999999", 9, "too large")]
    [InlineData("vote_type;approval", "vote_type;loudest", 10, "loudest")]
    [InlineData("num_projects;2", "num_projects;3", 7, "PROJECTS has 2 rows")]
    [InlineData("num_votes;3", "num_votes;many", 8, "whole number")]
    [InlineData("num_votes;3", "num_votes;4", 23, "num_votes is 4, but VOTES has 3")]
    [InlineData("num_votes;3", "num_votes;2", 8, "num_votes is 2, but VOTES has 3")]
    [InlineData("currency;PLN", "currency;złoty", 14, "three letters")]
    [InlineData("project_id;cost;selected", "project_id;price;selected", 16, "no column cost")]
    [InlineData("project_id;cost;selected", "project_id;cost;cost", 16, "two columns cost")]
    [InlineData("a;10;1", "a;10", 17, "2 fields")]
    [InlineData("a;10;1", "a;10;1;", 17, "4 fields")]
    [InlineData("a;10;1", ";10;1", 17, "no project_id")]
    [InlineData("a;10;1", "\"a,b\";10;1", 17, "comma")]
    [InlineData("b;7;0", "a;7;0", 18, "project_id a")]
    [InlineData("b;7;0", "b;-7;0", 18, "below zero")]
    [InlineData("b;7;0", "b;;0", 18, "not a number")]
    [InlineData("b;7;0", "b;7;9", 18, "selected is '9'")]
    [InlineData("b;7;0", "b;7;\"0", 18, "never closed")]
    [InlineData("b;7;0", "b;7;\"0\" x", 18, "behind the closing")]
    [InlineData("VOTES\n", "META\n", 19, "VOTES has to come")]
    [InlineData("voter_id;vote", "voter;vote", 20, "no column voter_id")]
    [InlineData("7;a,b", "7;a,c", 21, "'c'")]
    [InlineData("7;a,b", "7;a,,b", 21, "empty place")]
    [InlineData("7;a,b", "7;a;b", 21, "3 fields")]
    [InlineData("8;b", ";b", 22, "no voter_id")]
    [InlineData("8;b", "7;b", 22, "voter_id 7")]
    [InlineData("9;a\n", "9;a\nPROJECTS\n", 24, "last section")]
    public void A_broken_file_is_refused_with_its_line_and_the_reason(string whole, string broken, int line, string naming)
    {
        Assert.Contains(whole, Whole, StringComparison.Ordinal);
        var error = Assert.Throws<PabulibException>(() => PabulibFileTests.Read(Whole.Replace(whole, broken, StringComparison.Ordinal)));
        Assert.Equal(line, error.Line);
        Assert.Contains(naming, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_number_counts_the_lines_inside_quoted_fields()
    {
        var text = Whole.Replace("description;x", "description;\"x\ny\nz\"", StringComparison.Ordinal).Replace("7;a,b", "7;c", StringComparison.Ordinal);
        Assert.Equal(23, Assert.Throws<PabulibException>(() => PabulibFileTests.Read(text)).Line);
    }

    [Fact]
    public void Single_choice_is_one_project()
    {
        var error = Assert.Throws<PabulibException>(() => PabulibFileTests.Read(PabulibFileTests.Meta("choose-1") + Projects + Votes));
        Assert.Equal(21, error.Line);
    }

    [Fact]
    public void Points_have_to_be_as_many_as_the_projects_they_are_for()
    {
        string[] wrong = ["7;a,b;1", "7;a;1,1", "7;a;x", "7;a;", "7;;1", "7;a;99999999999999999999999999999999"];
        foreach (var vote in wrong)
        {
            var text = $"{PabulibFileTests.Meta("scoring")}{Projects}VOTES\nvoter_id;vote;points\n{vote}\n8;b;1\n9;a;1\n";
            Assert.Equal(21, Assert.Throws<PabulibException>(() => PabulibFileTests.Read(text)).Line);
        }
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused_at_its_line()
    {
        var bytes = Encoding.Latin1.GetBytes(Whole.Replace("unit;Town", "unit;Zürich", StringComparison.Ordinal));
        Assert.Equal(5, Assert.Throws<PabulibException>(() => PabulibFileTests.Read(bytes)).Line);
    }

    [Fact]
    public void A_file_cut_anywhere_before_its_last_vote_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        for (var length = 0; length < bytes.Length - "9;a\n".Length; length++)
            Assert.InRange(Assert.Throws<PabulibException>(() => PabulibFileTests.Read(bytes[..length])).Line, 1, 23);
    }

    [Fact]
    public void A_byte_changed_anywhere_gives_a_file_or_an_error_with_a_line_and_nothing_else()
    {
        byte[] strange = [0, (byte)'"', (byte)';', (byte)'\n', (byte)',', 0xFF, (byte)'9'];
        var bytes = Encoding.UTF8.GetBytes(Whole);
        for (var at = 0; at < bytes.Length; at++)
            foreach (var other in strange)
                Assert.True(Record.Exception(() => PabulibFileTests.Read([.. bytes[..at], other, .. bytes[(at + 1)..]])) is null or PabulibException { Line: > 0 });
    }
}

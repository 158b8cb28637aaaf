using System.Text;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

public sealed class PabulibFileTests
{
    const string Votes = "VOTES\nvoter_id;vote\n7;a,b\n8;b\n9;\n";
    const string Projects = "PROJECTS\nproject_id;cost;name;selected\na;10.50;Bench;1\nb;7;Swing;0\n";

    [Fact]
    public void A_file_is_read_whole()
    {
        var file = Read(Meta() + Projects + Votes);
        Assert.Equal(("x", VoteType.Approval, "PLN", new Money(2050)), (file.Meta["description"], file.VoteType, file.Currency.Code, file.Budget));
        Assert.Equal(
            [("a", "Bench", 1050L, 1), ("b", "Swing", 700L, 0)],
            file.Projects.Select(project => (project.Id, project.Name, project.Cost.MinorUnits, project.Selected!.Value)));
        Assert.Equal([("7", "0,1"), ("8", "1"), ("9", "")], file.Votes.Select(vote => (vote.VoterId, string.Join(",", vote.Projects))));
        Assert.Equal(3, new GreedyRule().Count(file.ToElection()).Ballots);
    }

    [Theory]
    [InlineData("windows lines", "\n", "\r\n")]
    [InlineData("an empty line", "8;b\n", "8;b\n\n")]
    [InlineData("no newline at the end", "9;\n", "9;")]
    [InlineData("blank lines at the end", "9;\n", "9;\n \n\r\n\n")]
    [InlineData("blanks around", "7;a,b", " 7 ; a , b\t")]
    [InlineData("quotation marks around", "7;a,b", "\"7\";\"a,b\"")]
    [InlineData("a decimal comma", "a;10.50", "a;10,5")]
    [InlineData("needless decimals", "b;7;", "b;7.000;")]
    [InlineData("titles in small letters", "PROJECTS", "projects")]
    [InlineData("another order of columns", "voter_id;vote\n7;a,b\n8;b\n9;\n", "vote;voter_id\na,b;7\nb;8\n;9\n")]
    [InlineData("a mark before the text", "META", "\uFEFFMETA")]
    public void What_is_harmless_is_let_pass(string what, string plain, string odd)
    {
        Assert.NotEmpty(what);
        var (expected, file) = (Read(Meta() + Projects + Votes), Read((Meta() + Projects + Votes).Replace(plain, odd, StringComparison.Ordinal)));
        Assert.Equal(expected.Projects.Select(project => (project.Id, project.Cost)), file.Projects.Select(project => (project.Id, project.Cost)));
        Assert.Equal(expected.Votes.Select(vote => string.Join(",", vote.Projects)), file.Votes.Select(vote => string.Join(",", vote.Projects)));
    }

    [Fact]
    public void Quoted_fields_may_hold_semicolons_quotation_marks_and_newlines()
    {
        var file = Read(Meta() + Projects.Replace("Bench", "\"A \"\"long\"\" bench; green\nor blue\"", StringComparison.Ordinal) + Votes);
        Assert.Equal("A \"long\" bench; green\nor blue", file.Projects[0].Name);
    }

    [Fact]
    public void Rows_longer_than_any_block_are_read()
    {
        var name = new string('ż', 200_000);
        Assert.Equal(name, Read(Meta() + Projects.Replace("Bench", $"\"{name}\"", StringComparison.Ordinal) + Votes).Projects[0].Name);
    }

    [Fact]
    public void A_stream_that_gives_a_byte_at_a_time_is_read_alike()
    {
        using var stream = new DripStream(Encoding.UTF8.GetBytes(Meta() + Projects + Votes));
        Assert.Equal(3, PabulibFile.Read(stream).Votes.Length);
    }

    [Fact]
    public void Points_are_kept_beside_the_projects_they_are_for()
    {
        var file = Read(Meta(voteType: "cumulative") + Projects + "VOTES\nvoter_id;vote;points\n7;b,a;3,1.5\n8;b;-2\n9;;\n");
        Assert.Equal([1, 0], file.Votes[0].Projects);
        Assert.Equal([3m, 1.5m], file.Votes[0].Points);
        Assert.Equal([-2m], file.Votes[1].Points);
        Assert.Empty(file.Votes[2].Points);
    }

    [Fact]
    public void Numbers_on_the_ballot_follow_the_file_or_the_ids()
    {
        var file = Read(Meta() + "PROJECTS\nproject_id;cost\nb;1\na;2\n" + Votes);
        Assert.Equal(["b", "a"], file.InOrder(ProjectOrder.File).Select(project => project.Id));
        Assert.Equal(["a", "b"], file.InOrder(ProjectOrder.Id).Select(project => project.Id));
        Assert.Equal([new(1, new(200)), new(2, new(100))], file.ToElection(ProjectOrder.Id).Projects);
        Assert.Equal([2], file.ToElection(ProjectOrder.Id).Ballots[1].Numbers);
    }

    [Theory]
    [InlineData("approval", BallotKind.Approval)]
    [InlineData("ordinal", BallotKind.Ranking)]
    [InlineData("cumulative", BallotKind.Points)]
    [InlineData("scoring", BallotKind.Points)]
    public void An_election_has_the_kind_of_ballot_that_voters_were_given(string voteType, BallotKind kind)
    {
        var election = Read(Meta(voteType) + Projects + "VOTES\nvoter_id;vote;points\n7;b,a;3,1.5\n8;b;-2.250\n9;;\n").ToElection();
        Assert.Equal(kind, election.Kind);
        Assert.Equal([2, 1], election.Ballots[0].Numbers);
        Assert.Equal(kind == BallotKind.Points, !election.Ballots[0].Points.IsDefault);
        if (kind != BallotKind.Points) return;
        Assert.Equal([[300, 150], [-225], []], election.Ballots.Select(ballot => ballot.Points.ToArray()));
    }

    internal static string Meta(string voteType = "approval", string budget = "20.5") =>
        "META\nkey;value\ndescription;x\ncountry;Poland\nunit;Town\ninstance;2026\nnum_projects;2\nnum_votes;3\n"
        + $"budget;{budget}\nvote_type;{voteType}\nrule;greedy\ndate_begin;2026\ndate_end;2026\ncurrency;PLN\n";

    internal static PabulibFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    internal static PabulibFile Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return PabulibFile.Read(stream);
    }

    sealed class DripStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}

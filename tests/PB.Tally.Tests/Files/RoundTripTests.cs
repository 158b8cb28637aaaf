using FsCheck;
using FsCheck.Fluent;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

public sealed class RoundTripTests
{
    static readonly string[] Texts = ["", "x", "a;b", "a,b", "\"", "a \"b\" c", "\"\"\"", "two\nlines", "two\r\nlines", "Łódź", "😀", "META", "1,5", "-1", "null", "a\tb", "{}"];

    public static TheoryData<string> Names => RealElections.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_real_file_is_the_same_after_writing_and_reading_it_in_each_form(string name)
    {
        using var stream = File.OpenRead(RealElections.PathOf(name));
        var file = PabulibFile.Read(stream, new() { KeepsCells = true });
        Assert.Empty(file.Repairs);
        if (file.Votes.Length > 20_000 * Cases.Factor) return;
        SameFile.Check(file, SameFile.ThroughText(file));
        // The largest differ from the others only in how long they take.
        if (file.Votes.Length > 5_000 * Cases.Factor) return;
        SameFile.Check(file, SameFile.ThroughCsv(file));
        SameFile.Check(file, SameFile.ThroughJson(file));
    }

    [Fact]
    public void Any_file_is_the_same_after_writing_and_reading_it_in_each_form() =>
        Files.Check(
            file =>
        {
            // What is missing in META is there after the first time.
            var whole = SameFile.ThroughText(file);
            SameFile.Check(whole, SameFile.ThroughText(whole));
            SameFile.Check(whole, SameFile.ThroughCsv(whole));
            SameFile.Check(whole, SameFile.ThroughJson(whole));
            SameFile.Check(whole with { Meta = file.Meta }, SameFile.ThroughText(file) with { Meta = file.Meta });
            foreach (var (key, value) in file.Meta) Assert.Equal(value, whole.Meta[key]);
            return file.Votes.Length == whole.Votes.Length;
        },
            150);

    [Fact]
    public void An_election_is_the_same_after_writing_and_reading_it() => Generated.Check(
        generated =>
        {
            var election = generated.Election;
            var file = SameFile.ThroughText(PabulibFile.Of(election, Currency.Of("GBP"), new Dictionary<string, string> { ["unit"] = "Town" }, new Dictionary<int, string> { [1] = "Bench; green" }));
            Assert.Equal(("Bench; green", "Town"), (file.Projects.FirstOrDefault()?.Name ?? "Bench; green", file.Meta["unit"]));
            var again = file.ToElection();
            Assert.Equal(election.Projects, again.Projects);
            Assert.Equal((election.Budget, election.Kind), (again.Budget, again.Kind));
            return election.Ballots.SelectMany(ballot => Enumerable.Repeat(string.Join(",", ballot.Numbers), ballot.Times))
                .SequenceEqual(again.Ballots.Select(ballot => string.Join(",", ballot.Numbers)));
        },
        times: 100);

    [Fact]
    public void Points_and_rankings_of_an_election_are_the_same_after_writing_and_reading_them()
    {
        foreach (var kind in new[] { BallotKind.Points, BallotKind.Ranking })
        {
            var election = new Election(new(500), [new(1, new(100)), new(2, new(250))], [new([2, 1]) { Points = [7, -3] }, new([]) { Points = [] }]) { Kind = kind };
            var again = SameFile.ThroughText(PabulibFile.Of(election, Currency.Of("JPY"), new Dictionary<string, string>(), new Dictionary<int, string>())).ToElection();
            Assert.Equal(kind, again.Kind);
            Assert.Equal([2, 1], again.Ballots[0].Numbers);
            if (kind == BallotKind.Points) Assert.Equal([7, -3], again.Ballots[0].Points);
        }
    }

    [Fact]
    public void What_could_not_be_read_again_is_not_written()
    {
        var good = PabulibFileTests.Read(PabulibFileTests.Meta() + "PROJECTS\nproject_id;cost\na;1\nb;2\nVOTES\nvoter_id;vote\n7;a\n8;b\n9;\n");
        var project = good.Projects[0];
        PabulibFile[] wrong =
        [
            good with { Budget = new(-1) },
            good with { Projects = [project, project] },
            good with { Projects = [project with { Id = "a,b" }, good.Projects[1]] },
            good with { Projects = [project with { Cost = new(-1) }, good.Projects[1]] },
            good with { Projects = [project with { Selected = 4 }, good.Projects[1]] },
            good with { Votes = [good.Votes[0], good.Votes[0]] },
            good with { Votes = [good.Votes[0] with { Projects = [2] }] },
            good with { Votes = [good.Votes[0] with { Points = [1, 2] }] },
            good with { Votes = [good.Votes[0] with { VoterId = " " }] },
            good with { VoteType = VoteType.Scoring },
        ];
        Assert.All(wrong, file => Assert.Throws<InvalidOperationException>(() => SameFile.ThroughText(file)));
    }

    static Gen<PabulibFile> Files =>
        from type in Gen.Elements(Enum.GetValues<VoteType>())
        from currency in Gen.Elements("PLN", "JPY", "KWD")
        from keys in Gen.SubListOf(["comment", "currency", "district", "leftover budget", "strange;key"])
        from values in Gen.ArrayOf(Gen.Elements(Texts), 5)
        from projects in Gen.ArrayOf(Projects, 4)
        from columns in Gen.SubListOf(["name", "category", "votes and more", "selected"])
        from votes in Gen.ListOf(Votes(type))
        select new PabulibFile
        {
            Meta = keys.Zip(values).Where(pair => pair.First != "currency").ToDictionary(pair => pair.First, pair => pair.Second),
            VoteType = type,
            Currency = Currency.Of(currency),
            Budget = projects[0].Cost,
            Projects = [.. projects.Select((project, i) => project with { Id = $"p{i}" + project.Id })],
            ProjectHeader = ["cost", "project_id", .. columns],
            VoteHeader = ["vote", "age", "voter_id", "points", "what; else"],
            Votes = [.. votes.Select((vote, i) => vote with { VoterId = $"{vote.VoterId}{i}" })],
        };

    static Gen<PabulibProject> Projects =>
        from id in Gen.Elements(";", "\"", "Ł", "x y", "")
        from cost in Gen.Elements(0L, 1, 99, 100, 1_000_000_000_000_000)
        from selected in Gen.Elements<int?>(null, 0, 1, 2, 3)
        from name in Gen.Elements(Texts)
        select new PabulibProject
        {
            Id = id,
            Cost = new(cost),
            Selected = selected,
            Columns = name.Length == 0 ? new Dictionary<string, string>() : new() { ["name"] = name },
        };

    static Gen<PabulibVote> Votes(VoteType type) =>
        from voter in Gen.Elements("", "v", "\"", ";", "Ł")
        from listed in Gen.SubListOf([0, 1, 2, 3, 1])
        from points in Gen.ArrayOf(Gen.Elements(0m, 1, -2.5m, 0.001m, 1000, 1.50m), 5)
        from cells in Gen.ArrayOf(Gen.Elements(Texts), 2)
        let chosen = type == VoteType.ChooseOne ? listed.Take(1).ToArray() : [.. listed]
        select new PabulibVote(voter, [.. chosen], [.. points.Take(chosen.Length)]) { Cells = [.. cells] };
}

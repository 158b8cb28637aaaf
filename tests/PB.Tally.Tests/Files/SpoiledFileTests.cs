using System.Globalization;
using System.Text;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

/// <summary>Files spoiled in many ways. For more than the suite takes: PB_SPOILED=100000 (how many) and PB_SPOILED_SEED=1 (from which seed).</summary>
public sealed class SpoiledFileTests(ITestOutputHelper output)
{
    static readonly int Times = Number("PB_SPOILED", 600), Seed = Number("PB_SPOILED_SEED", 1);

    static readonly string[] Samples =
    [
        PabulibFileTests.Meta() + "PROJECTS\nproject_id;cost;name;selected\na;10;\"A; \"\"b\"\"\";1\nb;7;Ławka;0\nVOTES\nvoter_id;vote;age\n7;a,b;30\n8;b;40-59\n9;;\n",
        PabulibFileTests.Meta("cumulative") + "PROJECTS\r\nproject_id;cost\r\na;10\r\nb;7\r\nVOTES\r\nvoter_id;vote;points\r\n7;a,b;3,1.5\r\n8;b;2\r\n9;a;1\r\n",
        PabulibFileTests.Meta("ordinal") + "comment;\"#1: two\nlines\"\nPROJECTS\nproject_id;cost\na;10\nb;7\nVOTES\nvoter_id;vote\n7;b,a\n8;b\n9;a",
    ];

    [Fact]
    public void A_spoiled_file_is_read_whole_or_refused_with_a_line_and_no_row_is_lost()
    {
        var files = Samples.Select(Encoding.UTF8.GetBytes).Concat(RealElections.SmallerThan(25_000)).ToList();
        var (strict, lenient) = (0, 0);
        for (var i = 0; i < Times; i++)
        {
            var bytes = new Mutation(Seed + i).Of(files[i % files.Count]);
            if (Read(bytes, isLenient: false, Seed + i)) strict++;
            if (Read(bytes, isLenient: true, Seed + i)) lenient++;
        }
        output.WriteLine($"{Times} files from seed {Seed}: {strict} read strictly, {lenient} leniently, the others refused with a line.");
        Assert.InRange(strict, 1, lenient);
    }

    [Fact]
    public void Spoiled_tables_and_objects_are_read_or_refused_with_a_line_too()
    {
        var files = Samples.Select(PabulibFileTests.Read).ToList();
        for (var seed = Seed; seed < Seed + Times / 3; seed++)
        {
            var file = files[seed % files.Count];
            using MemoryStream json = new(), meta = new(), projects = new(), votes = new();
            PabulibJson.Write(file, json);
            PabulibCsv.Write(file, meta, projects, votes);
            var mutation = new Mutation(seed);
            var reading = new PabulibReading { IsLenient = seed % 2 == 0, KeepsCells = true };
            Refuses(() => PabulibJson.Read(new MemoryStream(mutation.Of(json.ToArray())), reading), seed);
            Refuses(() => PabulibCsv.Read(Spoiled(meta), Spoiled(projects), Spoiled(votes), reading), seed);

            MemoryStream Spoiled(MemoryStream whole) => new(mutation.Of(whole.ToArray()));
        }
    }

    static void Refuses(Func<PabulibFile> read, int seed)
    {
        var wrong = Record.Exception(read);
        Assert.True(wrong is null or PabulibException { Line: > 0 }, $"Seed {seed}: {wrong}");
    }

    static bool Read(byte[] bytes, bool isLenient, int seed)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            var file = PabulibFile.Read(stream, new() { IsLenient = isLenient, KeepsCells = true });
            if (!isLenient) Assert.Empty(file.Repairs);
            Assert.True(LostLine(file, bytes) is null, $"Seed {seed}: line {LostLine(file, bytes)} is in no vote.");
            Assert.Equal(file.Votes.Length, file.ToElection().Ballots.Count);
            if (seed % 10 == 0) SameFile.Check(SameFile.ThroughText(file), SameFile.ThroughText(SameFile.ThroughText(file)));
            return true;
        }
        catch (PabulibException refused)
        {
            Assert.True(refused.Line > 0 && refused.Reason.EndsWith('.'), $"Seed {seed}: {refused.Message}");
            return false;
        }
        catch (Exception other) when (other is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"Seed {seed}: {other.Message}", other);
        }
    }

    // A line behind the first vote that is neither empty, nor the beginning of a vote, nor inside quotation marks of one.
    static int? LostLine(PabulibFile file, byte[] bytes)
    {
        if (file.Votes.IsEmpty) return null;
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        var begins = file.Votes.Select(vote => vote.Line).ToHashSet();
        var begin = file.Votes[0].Line;
        Assert.Equal(file.Votes.Length, begins.Count);
        for (var line = begin; line <= lines.Length; line++)
        {
            if (begins.Contains(line)) begin = line;
            else if (lines[line - 1].Trim().Trim('"').Length > 0 && !lines[(begin - 1)..(line - 1)].Any(text => text.Contains('"', StringComparison.Ordinal))) return line;
        }
        return null;
    }

    static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

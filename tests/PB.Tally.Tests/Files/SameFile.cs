using System.Collections.Immutable;
using PB.Tally.Files;

namespace PB.Tally.Tests.Files;

/// <summary>Compares all that two files say, and takes a file through each of the forms in which it can be written.</summary>
static class SameFile
{
    static readonly PabulibReading Whole = new() { KeepsCells = true };

    public static PabulibFile ThroughText(PabulibFile file) => Through(file.Write, stream => PabulibFile.Read(stream, Whole));

    public static PabulibFile ThroughJson(PabulibFile file) => Through(stream => PabulibJson.Write(file, stream), stream => PabulibJson.Read(stream, Whole));

    public static PabulibFile ThroughCsv(PabulibFile file)
    {
        using MemoryStream meta = new(), projects = new(), votes = new();
        PabulibCsv.Write(file, meta, projects, votes);
        meta.Position = projects.Position = votes.Position = 0;
        return PabulibCsv.Read(meta, projects, votes, Whole);
    }

    public static void Check(PabulibFile expected, PabulibFile file)
    {
        Assert.Equal((expected.VoteType, expected.Currency, expected.Budget), (file.VoteType, file.Currency, file.Budget));
        Assert.Equal(expected.Meta, file.Meta);
        // In JSON a section without rows has no columns.
        if (!expected.Projects.IsEmpty) Assert.Equal(expected.ProjectHeader, file.ProjectHeader);
        if (!expected.Votes.IsEmpty) Assert.Equal(expected.VoteHeader, file.VoteHeader);
        Assert.Equal(expected.Projects.Length, file.Projects.Length);
        foreach (var (one, other) in expected.Projects.Zip(file.Projects))
        {
            Assert.Equal((one.Id, one.Cost, one.Selected), (other.Id, other.Cost, other.Selected));
            Assert.Equal(one.Columns, other.Columns);
        }
        Assert.Equal(expected.Votes.Select(Said), file.Votes.Select(Said));
        Assert.Equal(expected.Warnings.Select(warning => warning.What), file.Warnings.Select(warning => warning.What));
    }

    static string Said(PabulibVote vote) => $"{vote.VoterId}|{string.Join(',', vote.Projects)}|{string.Join(',', vote.Points)}|{string.Join('|', Cells(vote))}";

    static ImmutableArray<string> Cells(PabulibVote vote) => vote.Cells.IsDefault ? [] : vote.Cells;

    static PabulibFile Through(Action<Stream> write, Func<Stream, PabulibFile> read)
    {
        using var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        return read(stream);
    }
}

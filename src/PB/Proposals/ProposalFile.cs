using System.Collections.Immutable;
using PB.Data;

namespace PB.Proposals;

/// <summary>Reads a table of ideas, a row each, with a heading that names its columns. A row that cannot be read is named by its line and hinders no other.</summary>
public static class ProposalFile
{
    public const int MostRows = 10_000;

    /// <summary>The columns it knows, in the order in which they are written. Only <c>title</c> has to be there.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "reference", "title", "description", "place", "latitude", "longitude", "estimate", "provenance", "name", "email",
        "costs", "running_costs", "running_costs_by", "owner_after", "event",
    ];

    public static FileReading Read(TextReader file, string currency)
    {
        using var rows = CsvRecords.Read(file).GetEnumerator();
        var heading = rows.MoveNext() ? rows.Current.Cells.Select(NameOf).ToList() : [];
        if (!heading.Contains("title"))
            return new FileReading([], [new BadRow(1, RowFault.NoHeading)]);
        var (good, bad, references) = (new List<IdeaRow>(), new List<BadRow>(), new HashSet<string>());
        for (var count = 0; rows.MoveNext(); count++)
        {
            var line = rows.Current.Line;
            var row = new RowReading(heading, rows.Current, currency).Read();
            if (count >= MostRows) return new FileReading(good, [.. bad, new BadRow(line, RowFault.TooManyRows)]);
            if (row.Idea is not { } idea) bad.Add(new BadRow(line, row.Fault!.Value));
            else if (idea.Reference.Length > 0 && !references.Add(idea.Reference)) bad.Add(new BadRow(line, RowFault.SameReference));
            else good.Add(idea);
        }

        return new FileReading(good, bad);
    }

    static string NameOf(string heading) => heading.Trim('\uFEFF').ToLowerInvariant().Replace(' ', '_');
}

/// <summary>What a file holds: rows that can be taken in, and lines that cannot.</summary>
public sealed record FileReading(IReadOnlyList<IdeaRow> Good, IReadOnlyList<BadRow> Bad);

/// <summary>A line of a file that cannot be taken in, by its number from 1.</summary>
public sealed record BadRow(int Line, RowFault Fault);

/// <summary>A row that can be taken in.</summary>
public sealed record IdeaRow(int Line, string Reference, DraftText Text, DraftDetails Details)
{
    public string? Email { get; init; }
    public string Event { get; init; } = "";
}

/// <summary>Why a row cannot be taken in.</summary>
public enum RowFault
{
    /// <summary>The first line names no column "title".</summary>
    NoHeading,
    TooManyRows,
    NoTitle,

    /// <summary>A quotation mark is missing or too many: the row may have swallowed those after it.</summary>
    Quotes,
    TooLong,
    Spot,
    Estimate,
    Provenance,
    Costs,
    RunningCosts,

    /// <summary>Another row of the file has the same reference.</summary>
    SameReference,
}

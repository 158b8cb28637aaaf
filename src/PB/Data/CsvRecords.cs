using CsvHelper;

namespace PB.Data;

/// <summary>Reads a CSV file record by record, as spreadsheets write it: cells in quotes may hold separators, quotes and line breaks.</summary>
public static class CsvRecords
{
    /// <summary>The records with their first line's number from 1; empty lines are left out, cells are trimmed.</summary>
    /// <remarks>The first lines show whether commas, semicolons or tabs part the cells.</remarks>
    public static IEnumerable<CsvRecord> Read(TextReader file)
    {
        var isTorn = false;
        using var reader = CsvReader.Create(file, CsvReaderOptions.Default with
        {
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => isTorn = IsTorn(record),
        }, leaveOpen: true);
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
            if (cells.Any(cell => cell.Length > 0))
                yield return new((int)reader.LineNumber, cells) { IsTorn = isTorn };
            isTorn = false;
        }
    }

    // A quote within a cell (a 5" pipe) is text. One too many at its edge, or one that runs on over lines, may have swallowed what follows.
    static bool IsTorn(CsvMalformedRecord record) => record.Reason != CsvMalformedReason.StrayQuote || record.RawRecord.Contains('\n', StringComparison.Ordinal);
}

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The number of its first line.</param>
/// <param name="Cells">What stands in it.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>A quotation mark is missing or one is too many, so that nobody can tell where its cells end.</summary>
    public bool IsTorn { get; init; }

    /// <summary>A cell by its column; null where there is no such column or the record ends before it.</summary>
    public string? At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : null;
}

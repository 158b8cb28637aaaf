using System.Text;

namespace PB.Data;

/// <summary>Reads a CSV file record by record, as spreadsheets write it: cells in quotes may hold separators, quotes and line breaks.</summary>
public static class CsvRecords
{
    /// <summary>Over how many line breaks a cell may go: a quote too many shall not swallow the rest of a file.</summary>
    const int MostLines = 20;

    static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The records with their first line's number from 1; empty lines are left out, cells are trimmed.</summary>
    /// <remarks>The first line shows whether commas, semicolons or tabs part the cells.</remarks>
    public static IEnumerable<CsvRecord> Read(TextReader file)
    {
        var (number, separator) = (0, '\0');
        while (file.ReadLine() is { } line)
        {
            var first = ++number;
            while (line.Count(letter => letter == '"') % 2 == 1 && number - first < MostLines && file.ReadLine() is { } more)
            {
                line += "\n" + more;
                number++;
            }

            if (separator == '\0')
                separator = Separators.MaxBy(one => line.Count(letter => letter == one));
            if (!string.IsNullOrWhiteSpace(line))
                yield return new(first, CellsOf(line, separator));
        }
    }

    static string[] CellsOf(string line, char separator)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.Split(separator, StringSplitOptions.TrimEntries);
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[++i]);
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == separator && !isQuoted)
                Finish(cells, cell);
            else
                cell.Append(line[i]);
        }

        Finish(cells, cell);
        return [.. cells];
    }

    static void Finish(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString().Trim());
        cell.Clear();
    }
}

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The number of its first line.</param>
/// <param name="Cells">What stands in it.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>A cell by its column; null where there is no such column or the record ends before it.</summary>
    public string? At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : null;
}

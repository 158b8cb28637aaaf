using System.Text;

namespace PB.Proposals;

/// <summary>Splits comma-separated values after RFC 4180: quotation marks around a cell, doubled inside it; a quoted cell may hold commas and line ends.</summary>
static class TableRows
{
    /// <returns>The rows that are not empty, each with the number of the line in which it begins.</returns>
    public static IEnumerable<(int Line, List<string> Cells)> Read(TextReader file)
    {
        for (var line = 1; file.Peek() >= 0;)
        {
            var (begins, cells) = (line, new List<string>());
            bool more;
            do
            {
                var (cell, lines, isFollowed) = Cell(file);
                cells.Add(cell);
                line += lines;
                more = isFollowed;
            }
            while (more);
            if (cells.Count > 1 || cells[0].Length > 0)
                yield return (begins, cells);
        }
    }

    // A cell, how many lines end with it or in it, and whether another follows in its row.
    static (string Cell, int Lines, bool IsFollowed) Cell(TextReader file)
    {
        var (text, lines, quoted) = (new StringBuilder(), 0, false);
        while (file.Read() is >= 0 and var code)
        {
            var letter = (char)code;
            if (letter == '"' && quoted && file.Peek() == '"') text.Append((char)file.Read());
            else if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) return (text.ToString().Trim(), lines, true);
            else if (letter == '\n' && !quoted) return (text.ToString().Trim(), lines + 1, false);
            else text.Append(letter);
            if (letter == '\n') lines++;
        }

        return (text.ToString().Trim(), lines + 1, false);
    }
}

namespace PB.Neighbourhoods;

/// <summary>Postcodes read from a text or CSV file, and the lines that hold none.</summary>
public sealed record PostcodeList(IReadOnlyList<Postcode> Postcodes, IReadOnlyList<BadLine> BadLines)
{
    static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads one postcode a line, from the column that a heading calls “postcode”, else from the first.</summary>
    public static PostcodeList Read(TextReader file)
    {
        var (good, bad, column, number) = (new HashSet<Postcode>(), new List<BadLine>(), 0, 0);
        while (file.ReadLine() is { } line)
        {
            number++;
            var cells = CellsOf(line);
            if (cells.All(cell => cell.Length == 0))
                continue;
            if (Postcode.TryParse(cells.ElementAtOrDefault(column), out var postcode))
                good.Add(postcode);
            else if (number == 1 && IsHeading(cells))
                column = Math.Max(0, Array.FindIndex(cells, IsCalledPostcode));
            else
                bad.Add(new BadLine(number, line.Length > BadLine.Shown ? line[..BadLine.Shown] + "…" : line));
        }

        return new PostcodeList([.. good], bad);
    }

    static string[] CellsOf(string line) => [.. line.Split(Separators).Select(cell => cell.Trim(' ', '"', '\''))];

    // A heading has words; a postcode always has digits.
    static bool IsHeading(string[] cells) => !cells.Any(cell => cell.Any(char.IsAsciiDigit));

    static bool IsCalledPostcode(string cell) =>
        cell.Replace(" ", "", StringComparison.Ordinal).StartsWith("postcode", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A line of a file that holds no postcode, by its number from 1.</summary>
public sealed record BadLine(int Number, string Text)
{
    internal const int Shown = 60;
}

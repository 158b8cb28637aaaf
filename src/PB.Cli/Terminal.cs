namespace PB.Cli;

static class Terminal
{
    const int WidthOfAFile = 100, Narrowest = 40;

    public static int Width => Console.IsOutputRedirected ? WidthOfAFile : Math.Max(Narrowest, Console.WindowWidth);

    /// <summary>A cell of a table, cut or filled up to this width.</summary>
    public static string Cell(string text, int width, bool isNumber)
    {
        if (text.Length > width) text = text[..(width > 1 && char.IsHighSurrogate(text[width - 2]) ? width - 2 : width - 1)] + "…";
        return isNumber ? text.PadLeft(width) : text.PadRight(width);
    }
}

/// <summary>Paragraphs broken into lines at blanks.</summary>
static class Wrapped
{
    const int Widest = 100;

    public static void Write(IEnumerable<string> paragraphs, TextWriter output, int width)
    {
        foreach (var (paragraph, index) in paragraphs.Select((paragraph, index) => (paragraph, index)))
        {
            if (index > 0) output.WriteLine();
            foreach (var line in Lines(paragraph, Math.Min(width, Widest))) output.WriteLine(line);
        }
    }

    static IEnumerable<string> Lines(string paragraph, int width)
    {
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}

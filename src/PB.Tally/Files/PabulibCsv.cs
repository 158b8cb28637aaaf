namespace PB.Tally.Files;

/// <summary>The same election as three tables of comma-separated values: one for each section of a Pabulib file.</summary>
/// <remarks>
/// Each is a document after RFC 4180: UTF-8, a header, commas, CRLF, quotation marks where a field needs them. META has the columns <c>key</c> and <c>value</c>;
/// PROJECTS and VOTES have those of the file. Lists (<c>vote</c>, <c>points</c>, <c>category</c>) are one field with commas between: <c>"12,7"</c>.
/// Reading lets pass, repairs and refuses what <see cref="PabulibFile.Read"/> does.
/// </remarks>
public static class PabulibCsv
{
    /// <summary>Writes the three tables.</summary>
    /// <param name="file">What to write.</param>
    /// <param name="meta">Gets META; not closed.</param>
    /// <param name="projects">Gets PROJECTS; not closed.</param>
    /// <param name="votes">Gets VOTES; not closed.</param>
    /// <exception cref="InvalidOperationException">The file holds what cannot be read again, such as two projects of one id; the message names it.</exception>
    public static void Write(PabulibFile file, Stream meta, Stream projects, Stream votes)
    {
        ArgumentNullException.ThrowIfNull(file);
        var rows = new FileRows(file);
        Write(meta, [["key", "value"], .. rows.Meta().Select(pair => new[] { pair.Key, pair.Value })]);
        Write(projects, rows.Projects().Prepend(rows.ProjectHeader));
        Write(votes, rows.Votes().Prepend(rows.VoteHeader));
    }

    /// <summary>Reads the three tables.</summary>
    /// <param name="meta">META.</param>
    /// <param name="projects">PROJECTS.</param>
    /// <param name="votes">VOTES.</param>
    /// <param name="reading">How to read; by default strictly.</param>
    /// <exception cref="PabulibException">A table is not in the format; the error names the line and the reason, which says the section.</exception>
    public static PabulibFile Read(Stream meta, Stream projects, Stream votes, PabulibReading? reading = null)
    {
        var reader = new FileReader(reading ?? new());
        return reader.Read(reader.Rows(meta, ','), reader.Rows(projects, ','), reader.Rows(votes, ','), hasTitles: false);
    }

    static void Write(Stream stream, IEnumerable<string[]> rows)
    {
        using var writer = new RecordWriter(stream, ',', "\r\n");
        foreach (var row in rows) writer.Write(row);
    }
}

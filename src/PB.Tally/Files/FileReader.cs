namespace PB.Tally.Files;

/// <summary>Reads a file's three sections.</summary>
sealed class FileReader(PabulibReading reading)
{
    readonly Remarks remarks = new(reading.IsLenient);

    /// <summary>Reads one text with the titles of the sections in it.</summary>
    public PabulibFile Read(Stream stream)
    {
        var rows = Rows(stream, ';');
        if (!rows.Read() || !Section.IsTitle(rows, "META", remarks)) throw rows.Error("The file does not begin with the line META. It may not be a Pabulib file.");
        return Read(rows, rows, rows, hasTitles: true);
    }

    public Rows Rows(Stream stream, char separator)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new RecordReader(stream, (byte)separator, remarks);
    }

    /// <summary>Reads sections that stand in one text, or each in its own.</summary>
    public PabulibFile Read(Rows metaRows, Rows projectRows, Rows voteRows, bool hasTitles)
    {
        var meta = MetaRows.Read(metaRows, remarks, hasTitles ? "PROJECTS" : null);
        var projects = ProjectRows.Read(projectRows, meta, remarks, hasTitles ? "VOTES" : null);
        var votes = VoteRows.Read(voteRows, projects, new(meta, remarks, reading.KeepsCells));
        return new()
        {
            Meta = meta.Values,
            MetaLines = meta.Lines,
            VoteType = meta.VoteType,
            Currency = meta.Currency,
            Budget = meta.Budget,
            Projects = projects.Projects,
            Votes = votes.Votes,
            ProjectHeader = projects.Header,
            VoteHeader = votes.Header,
            Repairs = remarks.Repairs,
            Warnings = remarks.Warnings,
        };
    }
}

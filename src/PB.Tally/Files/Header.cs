namespace PB.Tally.Files;

/// <summary>The column names of a section.</summary>
sealed class Header
{
    readonly RecordReader rows;
    readonly string section;
    readonly List<string> names = [];

    Header(RecordReader rows, string section) => (this.rows, this.section) = (rows, section);

    public int Count => names.Count;

    public string this[int column] => names[column];

    /// <summary>Reads the present row as a header that has at least these columns.</summary>
    public static Header Read(RecordReader rows, string section, params ReadOnlySpan<string> obligatory)
    {
        if (!rows.Read()) throw rows.Error($"The file ends after the title {section}. Get a whole copy of it.");
        var header = new Header(rows, section);
        for (var column = 0; column < rows.Count; column++) header.Add(new(rows[column]));
        foreach (var name in obligatory)
            if (header.Find(name) < 0) throw rows.Error($"{section} has no column {name}. Its header has to name it.");
        return header;
    }

    /// <summary>The position of a column, or -1.</summary>
    public int Find(string name) => names.IndexOf(name);

    /// <summary>True at a row of this section; false at a title. Throws if the row has not as many fields as the header.</summary>
    public bool IsRow()
    {
        if (rows.Count == names.Count) return true;
        if (rows.Count == 1 && IsTitle(rows[0])) return false;
        throw rows.Error(
            $"This row of {section} has {rows.Count} fields, but the header has {names.Count}. Put fields that hold a semicolon between quotation marks; "
            + "if this is the end of the file, it is cut: get a whole copy.");
    }

    static bool IsTitle(ReadOnlySpan<char> text) =>
        text.Equals("META", StringComparison.OrdinalIgnoreCase) || text.Equals("PROJECTS", StringComparison.OrdinalIgnoreCase)
        || text.Equals("VOTES", StringComparison.OrdinalIgnoreCase);

    void Add(string name)
    {
        name = name.ToLowerInvariant();
        if (name.Length == 0) throw rows.Error($"A column of {section} has no name. Name it, or remove it.");
        if (Find(name) >= 0) throw rows.Error($"{section} has two columns {name}. Rename or remove one.");
        names.Add(name);
    }
}

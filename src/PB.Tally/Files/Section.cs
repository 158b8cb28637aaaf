using System.Text;

namespace PB.Tally.Files;

/// <summary>A section: its column names and its rows.</summary>
sealed class Section
{
    readonly Rows rows;
    readonly Remarks remarks;
    readonly string title;
    readonly string? follower;
    readonly List<string> names = [];

    Section(Rows rows, Remarks remarks, string title, string? follower) =>
        (this.rows, this.remarks, this.title, this.follower) = (rows, remarks, title, follower);

    public IReadOnlyList<string> Names => names;

    public int Line => rows.Line;

    /// <summary>A field of the present row; empty if the row lacks it.</summary>
    public ReadOnlySpan<byte> this[int column] => column < rows.Count ? rows[column] : [];

    /// <summary>Reads the next row as a header that has at least these columns.</summary>
    /// <param name="rows">The rows, at the title of the section.</param>
    /// <param name="remarks">Where to say what is wrong.</param>
    /// <param name="title">The section's title.</param>
    /// <param name="follower">The title that ends the section; null if the end of the rows does.</param>
    /// <param name="obligatory">The columns that must be there.</param>
    public static Section Open(Rows rows, Remarks remarks, string title, string? follower, params ReadOnlySpan<string> obligatory)
    {
        if (!rows.Read()) throw rows.Error($"The file ends after the title {title}. Get a whole copy of it.");
        var section = new Section(rows, remarks, title, follower);
        for (var column = 0; column < rows.Count; column++) section.Name(rows.Text(column).ToLowerInvariant());
        foreach (var name in obligatory)
            if (section.Find(name) < 0) throw rows.Error($"{title} has no column {name}. Its header has to name it.");
        return section;
    }

    /// <summary>The position of a column, or -1.</summary>
    public int Find(string name) => names.IndexOf(name);

    public string Text(int column) => Encoding.UTF8.GetString(this[column]);

    /// <summary>A field that may be absent: empty also where older files say <c>None</c>.</summary>
    public ReadOnlySpan<byte> Cell(int column) => this[column] is var cell && IsNone(cell) ? [] : cell;

    /// <summary>A field with all that follows it in the row, for a value whose semicolons were not quoted.</summary>
    public string Rest(int column)
    {
        var text = Text(column);
        for (var more = Math.Max(column + 1, names.Count); more < rows.Count; more++) text += ";" + rows.Text(more);
        return text.TrimEnd(';');
    }

    /// <summary>Goes to the next row of the section; false where the section ends.</summary>
    public bool Next()
    {
        if (!rows.Read()) return follower is null ? false : throw rows.Error($"The file ends before the section {follower}. Get a whole copy of it.");
        if (AtTitle()) return false;
        if (rows.Count == names.Count) return true;
        remarks.Repair(
            Line,
            $"This row of {title} has {rows.Count} fields, but the header has {names.Count}.",
            "Put fields that hold a semicolon between quotation marks; if this is the end of the file, it is cut: get a whole copy.",
            rows.Count < names.Count ? "The fields that are missing at its end were read as empty." : Surplus());
        return true;
    }

    /// <summary>True at a row that is a title; a spreadsheet may have put separators behind it.</summary>
    public static bool IsTitle(Rows rows, string title, Remarks remarks)
    {
        if (!Ascii.EqualsIgnoreCase(rows[0], title)) return false;
        for (var column = 1; column < rows.Count; column++)
            if (!remarks.IsLenient || !rows[column].IsEmpty) return false;
        if (rows.Count > 1) remarks.Repair(rows.Line, $"There are separators behind the title {title}.", "Remove them.", "They were left out.");
        return true;
    }

    bool AtTitle()
    {
        if (follower is not null && IsTitle(rows, follower, remarks)) return true;
        if (rows.Count != 1 || !IsTitle(rows, "META", remarks) && !IsTitle(rows, "PROJECTS", remarks) && !IsTitle(rows, "VOTES", remarks)) return false;
        throw rows.Error(follower is null ? $"{title} has to be the last section. Remove what follows it." : $"After {title} the section {follower} has to come.");
    }

    public PabulibException Error(string reason) => rows.Error(reason);

    static bool IsNone(ReadOnlySpan<byte> cell) => cell.Length == 4 && Ascii.EqualsIgnoreCase(cell, "none");

    string Surplus()
    {
        if (title == "META") return "The whole rest of the row was read as the value.";
        var surplus = Enumerable.Range(names.Count, rows.Count - names.Count).Select(rows.Text).Where(text => text.Length > 0).ToList();
        return surplus.Count == 0 ? "The empty fields at its end were left out." : $"Left out at its end: '{string.Join("; ", surplus)}'.";
    }

    void Name(string name)
    {
        var (what, advice, column) = name.Length == 0
            ? ($"A column of {title} has no name.", "Name it, or remove it.", $"column {names.Count + 1}")
            : ($"{title} has two columns {name}.", "Rename or remove one.", $"{name} ({names.Count + 1})");
        var isWrong = name.Length == 0 || Find(name) >= 0;
        if (isWrong) remarks.Repair(Line, what, advice, $"It is called '{column}' here.");
        names.Add(isWrong ? column : name);
    }
}

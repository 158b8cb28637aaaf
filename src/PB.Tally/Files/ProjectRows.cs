using System.Collections.Immutable;

namespace PB.Tally.Files;

/// <summary>Reads PROJECTS.</summary>
sealed class ProjectRows
{
    readonly RecordReader rows;
    readonly MetaRows meta;
    readonly Header header;
    readonly int id, cost, selected;
    readonly HashSet<string> ids = [];

    ProjectRows(RecordReader rows, MetaRows meta)
    {
        (this.rows, this.meta) = (rows, meta);
        header = Header.Read(rows, "PROJECTS", "project_id", "cost");
        (id, cost, selected) = (header.Find("project_id"), header.Find("cost"), header.Find("selected"));
    }

    /// <summary>Reads the section behind its title, up to the title of the next.</summary>
    public static ImmutableArray<PabulibProject> Read(RecordReader rows, MetaRows meta)
    {
        var section = new ProjectRows(rows, meta);
        var projects = ImmutableArray.CreateBuilder<PabulibProject>();
        while (section.Next()) projects.Add(section.Project());
        if (projects.Count != meta.Projects)
        {
            var reason = $"num_projects is {meta.Projects}, but PROJECTS has {projects.Count} rows. ";
            throw meta.Error("num_projects", reason + "Correct the number, or get a whole copy of the file.");
        }
        return projects.ToImmutable();
    }

    bool Next() => rows.Read() ? header.IsRow() : throw rows.Error("The file ends before the section VOTES. Get a whole copy of it.");

    PabulibProject Project() => new() { Id = ReadId(), Cost = ReadCost(), Selected = ReadSelected(), Columns = ReadColumns(), Line = rows.Line };

    string ReadId()
    {
        var text = new string(rows[id]);
        if (text.Length == 0) throw rows.Error("This project has no project_id. Give it one.");
        if (text.Contains(',', StringComparison.Ordinal)) throw rows.Error($"The project_id '{text}' holds a comma, which separates projects in votes. Rename it.");
        return ids.Add(text) ? text : throw rows.Error($"Two projects have the project_id {text}. Rename or remove one.");
    }

    Money ReadCost()
    {
        var reason = Amount.Read(rows[cost], meta.Currency, out var money);
        return reason is null ? money : throw rows.Error($"The cost '{rows[cost]}' {reason}");
    }

    int? ReadSelected()
    {
        if (selected < 0 || rows[selected].IsEmpty) return null;
        var text = rows[selected];
        return text is [>= '0' and <= '3'] ? text[0] - '0' : throw rows.Error($"selected is '{text}'; it has to be 0, 1, 2 or 3.");
    }

    Dictionary<string, string> ReadColumns()
    {
        var columns = new Dictionary<string, string>();
        for (var column = 0; column < header.Count; column++)
            if (!rows[column].IsEmpty) columns.Add(header[column], new(rows[column]));
        return columns;
    }
}

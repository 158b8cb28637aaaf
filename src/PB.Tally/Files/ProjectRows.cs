using System.Collections.Immutable;

namespace PB.Tally.Files;

/// <summary>Reads PROJECTS.</summary>
sealed class ProjectRows
{
    readonly Section section;
    readonly MetaRows meta;
    readonly Remarks remarks;
    readonly int id, cost, selected;
    readonly HashSet<string> known = [];

    ProjectRows(Section section, MetaRows meta, Remarks remarks)
    {
        (this.section, this.meta, this.remarks) = (section, meta, remarks);
        (id, cost, selected) = (section.Find("project_id"), section.Find("cost"), section.Find("selected"));
        var projects = ImmutableArray.CreateBuilder<PabulibProject>();
        while (section.Next()) projects.Add(Project());
        meta.CheckCount("num_projects", "PROJECTS", projects.Count, section.Line);
        Projects = projects.ToImmutable();
    }

    public ImmutableArray<PabulibProject> Projects { get; }

    /// <summary>The ids as they stand in the file, with their positions.</summary>
    public IdTable Ids { get; } = new();

    public ImmutableArray<string> Header => [.. section.Names];

    /// <summary>Reads the section behind its title, up to the title of the next.</summary>
    public static ProjectRows Read(Rows rows, MetaRows meta, Remarks remarks, string? follower) =>
        new(Section.Open(rows, remarks, "PROJECTS", follower, "project_id", "cost"), meta, remarks);

    PabulibProject Project()
    {
        var name = ReadId();
        var price = meta.ReadAmount("cost", section.Text(cost), section.Line);
        return new() { Id = name, Cost = price, Selected = ReadSelected(), Columns = ReadColumns(), Line = section.Line };
    }

    string ReadId()
    {
        Ids.Add(section[id]);
        var text = section.Text(id);
        var better = text.Length == 0 ? $"line {section.Line}" : text.Replace(',', '_');
        if (text.Length == 0) remarks.Repair(section.Line, "This project has no project_id.", "Give it one.", $"It is called '{better}' here.");
        else if (better != text)
            remarks.Repair(section.Line, $"The project_id '{text}' holds a comma, which separates projects in votes.", "Rename it.", $"It is called '{better}' here.");
        var kept = better;
        for (var number = 2; !known.Add(kept); number++) kept = $"{better} ({number})";
        if (kept == better) return kept;
        remarks.Repair(section.Line, $"Two projects have the project_id {text}.", "Rename or remove one.", $"This one is called '{kept}' here; votes go to the first.");
        return kept;
    }

    int? ReadSelected()
    {
        if (selected < 0 || section.Cell(selected).IsEmpty) return null;
        var text = section.Text(selected);
        if (text is [>= '0' and <= '3']) return text[0] - '0';
        remarks.Repair(section.Line, $"selected is '{text}'; it has to be 0, 1, 2 or 3.", "Correct it, or leave it empty.", "It was read as empty.");
        return null;
    }

    Dictionary<string, string> ReadColumns()
    {
        var columns = new Dictionary<string, string>(section.Names.Count);
        for (var column = 0; column < section.Names.Count; column++)
            if (!section.Cell(column).IsEmpty) columns.Add(section.Names[column], section.Text(column));
        return columns;
    }
}

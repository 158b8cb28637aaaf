namespace PB.Tally.Files;

/// <summary>A row of a file's PROJECTS.</summary>
public sealed record PabulibProject
{
    /// <summary>The project's id, any text; unique in the file.</summary>
    public required string Id { get; init; }

    /// <summary>What it costs, exactly: zero or more.</summary>
    public required Money Cost { get; init; }

    /// <summary>What the organiser did with it: 1 funded, 0 not, 2 or 3 funded or not for a reason in the file's comment; null if the file does not say.</summary>
    public int? Selected { get; init; }

    /// <summary>Every column of the row by its name in the header, as text; empty cells are left out.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>The line of the file at which the row begins, from 1; 0 for a project that is from no file.</summary>
    public int Line { get; init; }

    /// <summary>The project's name, or its id if the file gives none.</summary>
    public string Name => Columns.GetValueOrDefault("name", Id);
}

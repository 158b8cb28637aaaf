namespace PB.Tally.Files;

/// <summary>In which order the projects of a file get their numbers, and so who comes first where a tie is broken by number.</summary>
public enum ProjectOrder
{
    /// <summary>As listed in the file. Cities list tied projects in the order of their own draw, so this reproduces their results.</summary>
    File,

    /// <summary>By id, in the order of Unicode code points. The academic reference does so.</summary>
    Id,
}

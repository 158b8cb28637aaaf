namespace PB.Tests.Grants.Walk;

/// <summary>Something that somebody might try on the site.</summary>
/// <param name="Right">Who could do it, by first names; others try it too.</param>
/// <param name="Path">The address; null where it is a job that the clock starts.</param>
sealed record Attempt(string Right, string? Path, params (string Name, string? Value)[] Sent)
{
    /// <summary>A file that is sent along, in the field "file".</summary>
    public string? File { get; init; }

    /// <summary>A page that is opened and changes nothing.</summary>
    public bool IsLook { get; init; }
}

namespace PB.People;

/// <summary>What members of staff are appointed to. Residents need no role.</summary>
public static class Role
{
    public const string Administrator = "Administrator";
    public const string NeighbourhoodManager = "NeighbourhoodManager";
    public const string Reviewer = "Reviewer";
    public const string Ratifier = "Ratifier";

    /// <summary>Reads the journal, and changes nothing.</summary>
    public const string Auditor = "Auditor";

    /// <summary>Everybody who works for the council here, and so signs in with a second factor.</summary>
    public const string Staff = $"{Administrator},{NeighbourhoodManager},{Reviewer},{Ratifier},{Auditor}";

    public static string[] All => Staff.Split(',');
}

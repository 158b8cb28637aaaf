namespace PB.Grants;

static class GrantTables
{
    /// <summary>Where all tables of the room lie.</summary>
    public const string Schema = "grants";
}

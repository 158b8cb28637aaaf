namespace PB.Web.Look;

/// <summary>The roles that the page's head must know to show the way to the desk.</summary>
static class Staff
{
    public const string Administrator = "Administrator";
    public const string NeighbourhoodManager = "NeighbourhoodManager";
    public const string Reviewer = "Reviewer";
    public const string Ratifier = "Ratifier";

    public static bool Is(System.Security.Claims.ClaimsPrincipal person) =>
        new[] { Administrator, NeighbourhoodManager, Reviewer, Ratifier }.Any(person.IsInRole);
}
